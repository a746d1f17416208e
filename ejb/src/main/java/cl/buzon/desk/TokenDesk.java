package cl.buzon.desk;

import cl.buzon.accounts.ApiToken;
import cl.buzon.accounts.ApiTokens;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.TokenScope;
import cl.buzon.accounts.TokenSecret;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Origin;
import cl.buzon.shared.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Where programs come in with a token. */
@Stateless
public class TokenDesk {

    private ApiTokens tokens;
    private PortalUsers users;
    private Executives executives;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected TokenDesk() {}

    @Inject
    public TokenDesk(ApiTokens tokens, PortalUsers users, Executives executives, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.executives = executives;
        this.clock = clock;
    }

    /** Who shows this token; empty when it is none, expired, revoked, or its person may not come in any more. */
    public Optional<TokenBearer> bearer(String secret) {
        return tokens.use(new TokenSecret(secret), clock.instant()).flatMap(token -> person(token)
                .map(actor -> new TokenBearer(
                        token.id(),
                        actor,
                        token.scopes().contains(TokenScope.READ),
                        token.scopes().contains(TokenScope.WRITE))));
    }

    private Optional<Actor> person(ApiToken token) {
        return token.user().flatMap(this::user).or(() -> token.executive().flatMap(this::executive));
    }

    private Optional<Actor> user(UserId id) {
        return users.find(id).filter(user -> !user.isDisabled()).map(this::actor);
    }

    private Actor actor(PortalUser user) {
        return SignInDesk.actor(user, Origin.API);
    }

    private Optional<Actor> executive(ExecutiveId id) {
        return executives
                .find(id)
                .filter(Executive::isActive)
                .map(found -> new Actor.Executive(id, found.name(), Origin.API));
    }
}
