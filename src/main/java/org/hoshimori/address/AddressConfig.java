package org.hoshimori.address;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.hoshimori.organization.Organizations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressConfig {

    /// The file of the setting, when it is new or has changed.
    @Bean
    RecurringTask<Void> addressPostalFile(PostalFiles files) {
        return Tasks.recurring("address-postal-file", FixedDelay.ofMinutes(1)).execute((_, _) -> files.loadSetting());
    }

    /// For the company's own page, which stands right of this room.
    @Bean
    Organizations.PostalCodes postalCodes(Places places) {
        return code -> places.loaded()
                ? java.util.Optional.of(places.find(code).stream()
                        .map(place -> new Organizations.PostalCodes.Street(
                                place.prefecture(), place.municipality() + place.town()))
                        .toList())
                : java.util.Optional.empty();
    }
}
