package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.OrganizationFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How jobs walk through the companies.
@HoshimoriTest
class EveryCompanyTest {

    @Autowired
    SignIns signIns;

    @Autowired
    SignInRepository repository;

    @Autowired
    AccessFixtures access;

    @Autowired
    OrganizationFixtures organizations;

    @Test
    void each_comes_once_and_one_that_fails_keeps_no_other_from_it() {
        var companies = companies();
        var seen = new ArrayList<OrganizationId>();
        signIns.everyCompany("a job", company -> {
            seen.add(company);
            if (companies.contains(company)) {
                throw new IllegalStateException("as expected");
            }
        });
        assertThat(seen).containsAll(companies).doesNotHaveDuplicates();
    }

    @Test
    void they_are_read_page_by_page() {
        var companies = companies();
        var seen = new ArrayList<OrganizationId>();
        for (var page = repository.organizationsAfter(null, 1);
                !page.isEmpty();
                page = repository.organizationsAfter(page.getLast(), 1)) {
            seen.addAll(page);
        }
        assertThat(seen).containsAll(companies).doesNotHaveDuplicates();
    }

    private List<OrganizationId> companies() {
        var one = organizations.company();
        var other = organizations.company();
        access.cookie(one);
        access.cookie(other);
        return List.of(one.organization(), other.organization());
    }
}
