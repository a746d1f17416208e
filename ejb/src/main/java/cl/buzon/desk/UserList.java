package cl.buzon.desk;

import cl.buzon.accounts.ListOrder;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.cases.CaseCounts;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Page;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of a company with what their list tells of each. */
@ApplicationScoped
public class UserList {

    private PortalUsers users;
    private CaseCounts cases;

    @SuppressWarnings("NullAway.Init")
    protected UserList() {}

    @Inject
    public UserList(PortalUsers users, CaseCounts cases) {
        this.users = users;
        this.cases = cases;
    }

    Page<UserView> page(AccountId account, UserFilter filter, @Nullable String cursor, int limit) {
        UserView.Standing standing = filter.standing();
        Page<PortalUser> page = users.page(
                account,
                filter.words(),
                standing == null ? null : PortalUsers.Standing.valueOf(standing.name()),
                new ListOrder(rank(filter), filter.descending()),
                cursor,
                limit);
        Map<UserId, Long> counts =
                cases.of(page.items().stream().map(PortalUser::id).toList());
        List<UserView> views = page.items().stream()
                .map(user -> UserView.of(user, counts.getOrDefault(user.id(), 0L)))
                .toList();
        return new Page<>(views, page.next(), page.previous());
    }

    private static @Nullable String rank(UserFilter filter) {
        return switch (filter.sort()) {
            case NAME -> null;
            case ROLE -> PortalUsers.RANK_OF_ROLE;
            case LAST_SIGN_IN -> PortalUsers.RANK_OF_LAST_SIGN_IN;
            case CASES -> CaseCounts.RANK;
            case STANDING -> PortalUsers.RANK_OF_STANDING;
        };
    }

    UserView view(PortalUser user) {
        return UserView.of(user, cases.of(List.of(user.id())).getOrDefault(user.id(), 0L));
    }
}
