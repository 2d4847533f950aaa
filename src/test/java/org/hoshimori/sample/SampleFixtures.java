package org.hoshimori.sample;

import java.util.Locale;
import org.hoshimori.access.SignIns;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.springframework.stereotype.Component;

/// The sample company for tests and for the dev mode, made through the real verbs.
@Component
public class SampleFixtures {

    private final Samples samples;
    private final SignIns signIns;
    private final People people;

    SampleFixtures(Samples samples, SignIns signIns, People people) {
        this.samples = samples;
        this.signIns = signIns;
        this.people = people;
    }

    /// A sign-in of its own with a sample company; the sample's owner.
    public Actor owner(String email, String password) {
        var sample = samples.join(signIns.create(email, password), Locale.JAPANESE);
        return people.actor(sample, people.all(sample).getFirst().id()).orElseThrow();
    }
}
