package org.hoshimori.programme;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.UUID;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.TimeOrderedId;
import org.springframework.stereotype.Component;

/// Staff for tests.
@Component
public class StaffFixtures {

    private final StaffRepository staff;
    private final SignIns signIns;
    private final Staff people;

    StaffFixtures(StaffRepository staff, SignIns signIns, Staff people) {
        this.people = people;
        this.staff = staff;
        this.signIns = signIns;
    }

    /// The path of the link for the first head, as a start prints it.
    public String firstPath() {
        return "/desk/set-up/" + people.firstLink().orElseThrow();
    }

    /// A clerk and the address of their sign-in.
    public record Signed(Clerk clerk, String email) {}

    public Signed clerk(StaffRole role) {
        var email = UUID.randomUUID() + "@example.jp";
        var signIn = signIns.create(email, "a long pass phrase for tests");
        staff.add(TimeOrderedId.next(), signIn, role.id(), EnumSet.of(role), OffsetDateTime.now());
        return new Signed(staff.clerk(signIn).orElseThrow(), email);
    }
}
