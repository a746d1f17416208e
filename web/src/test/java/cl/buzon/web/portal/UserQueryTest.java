package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.UserFilter;
import cl.buzon.desk.UserView.Standing;
import cl.buzon.shared.UserSort;
import org.junit.jupiter.api.Test;

class UserQueryTest {

    @Test
    void whatNobodyCanMeanDoesNotRestrict() {
        assertThat(new UserQuery("", "NEVER", "-color").filter()).isEqualTo(UserFilter.ALL);
        assertThat(new UserQuery("ana", "DISABLED", "-cases").filter())
                .isEqualTo(new UserFilter("ana", Standing.DISABLED, UserSort.CASES, true));
    }

    @Test
    void namesAreFirstSortedUpwardsAndCasesDownwards() {
        UserQuery usual = new UserQuery("ana", "", "");

        assertThat(usual.direction(UserSort.NAME)).isEqualTo("ascending");
        assertThat(usual.sortedBy(UserSort.NAME).sort()).isEqualTo("-name");
        assertThat(usual.sortedBy(UserSort.NAME).sortedBy(UserSort.NAME)).isEqualTo(usual);
        assertThat(usual.sortedBy(UserSort.CASES).sort()).isEqualTo("-cases");
        assertThat(usual.sortedBy(UserSort.CASES).sortedBy(UserSort.CASES).sort())
                .isEqualTo("cases");
        assertThat(usual.sortedBy(UserSort.ROLE).sort()).isEqualTo("role");
        assertThat(usual.sortedBy(UserSort.ROLE).direction(UserSort.ROLE)).isEqualTo("ascending");
    }
}
