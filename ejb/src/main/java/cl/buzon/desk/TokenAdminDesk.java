package cl.buzon.desk;

import cl.buzon.accounts.ApiToken;
import cl.buzon.accounts.ApiTokens;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.accounts.TokenScope;
import cl.buzon.accounts.TokenSecret;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.shared.Wording;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of a company's programs, given and taken by its administrators and by the operator. */
@Stateless
public class TokenAdminDesk {

    /** The longest life of a token, in days. */
    public static final int MAX_DAYS = 365;

    /** Good tokens of one company: enough to rotate each of a hundred programs' own. */
    private static final int MAX_GOOD = 200;

    /** How many a company is shown, the newest first. */
    private static final int SHOWN = 300;

    private static final int MAX_NAME = 80;

    private ApiTokens tokens;
    private PortalUsers users;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected TokenAdminDesk() {}

    @Inject
    public TokenAdminDesk(ApiTokens tokens, PortalUsers users, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    /** The tokens of a company, the newest first, those without use at the end of their life included. */
    public List<TokenView> tokens(Actor actor, AccountId account) {
        Judged.steward(actor, account);
        List<ApiToken> found = tokens.of(account, SHOWN);
        Map<UserId, String> names = users.names(
                found.stream().flatMap(token -> token.user().stream()).collect(Collectors.toSet()));
        return found.stream().map(token -> view(token, names)).toList();
    }

    /**
     * Makes a token; its secret is in the answer and nowhere else.
     *
     * @throws Refusal.InvalidInput on name, user, days, scopes: REQUIRED, TOO_LONG, UNKNOWN_USER, OUT_OF_RANGE,
     *     TOO_MANY_TOKENS
     */
    public TokenHandout create(Actor actor, AccountId account, NewToken wish) {
        Judged.steward(actor, account);
        List<Fault> faults = new ArrayList<>();
        String name = Wording.tidy(wish.name());
        Wording.fault("name", name, MAX_NAME).ifPresent(faults::add);
        Optional<PortalUser> user = user(account, wish.user());
        if (user.isEmpty()) {
            faults.add(Fault.of("user", "UNKNOWN_USER"));
        }
        if (wish.days() < 1 || wish.days() > MAX_DAYS) {
            faults.add(Fault.of("days", "OUT_OF_RANGE", 1, MAX_DAYS));
        }
        if (!wish.reads() && !wish.writes()) {
            faults.add(Fault.of("scopes", "REQUIRED"));
        }
        Instant now = clock.instant();
        if (tokens.countGood(account, now) >= MAX_GOOD) {
            faults.add(Fault.of("name", "TOO_MANY_TOKENS", MAX_GOOD));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        TokenSecret secret = TokenSecret.random();
        ApiToken token = ApiToken.of(
                user.orElseThrow().id(), name, secret, scopes(wish), now, now.plus(Duration.ofDays(wish.days())));
        tokens.add(token);
        return new TokenHandout(
                view(token, Map.of(user.orElseThrow().id(), user.orElseThrow().name())), secret.value());
    }

    /**
     * Makes a token useless, from the next call on and for ever.
     *
     * @throws Refusal.NotFound when it is not one of this company
     */
    public void revoke(Actor actor, AccountId account, UUID id) {
        Judged.steward(actor, account);
        tokens.find(id)
                .filter(token -> token.user()
                        .flatMap(users::find)
                        .flatMap(PortalUser::account)
                        .filter(account::equals)
                        .isPresent())
                .orElseThrow(Refusal.NotFound::new)
                .revoke(clock.instant());
    }

    private Optional<PortalUser> user(AccountId account, @Nullable String email) {
        return EmailAddress.parse(Wording.tidy(email))
                .flatMap(users::findByEmail)
                .filter(user -> user.account().filter(account::equals).isPresent() && !user.isDisabled());
    }

    private static Set<TokenScope> scopes(NewToken wish) {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        if (wish.reads()) {
            scopes.add(TokenScope.READ);
        }
        if (wish.writes()) {
            scopes.add(TokenScope.WRITE);
        }
        return scopes;
    }

    private TokenView view(ApiToken token, Map<UserId, String> names) {
        return new TokenView(
                token.id(),
                token.name(),
                token.hint(),
                token.user().map(names::get).orElse(""),
                token.scopes().contains(TokenScope.READ),
                token.scopes().contains(TokenScope.WRITE),
                token.createdAt(),
                token.expiresAt().orElse(null),
                token.lastUsedAt().orElse(null),
                state(token));
    }

    private TokenView.State state(ApiToken token) {
        if (token.revokedAt().isPresent()) {
            return TokenView.State.REVOKED;
        }
        return token.isGood(clock.instant()) ? TokenView.State.GOOD : TokenView.State.EXPIRED;
    }
}
