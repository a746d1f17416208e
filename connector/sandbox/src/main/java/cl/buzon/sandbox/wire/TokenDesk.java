package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.SignIns;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /oauth_token.do}: gives out tokens for a form that says who wants one; to nearly all mistakes it says the same. */
final class TokenDesk {

    private final Instance instance;

    TokenDesk(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Asked asked) {
        String type =
                Objects.requireNonNullElse(asked.request().getContentType(), "").toLowerCase(Locale.ROOT);
        if (!asked.method().equals("POST") || !type.startsWith("application/x-www-form-urlencoded")) {
            return refusal();
        }
        Map<String, String> form = QueryString.parse(asked.text());
        SignIns signIns = instance.signIns();
        if (!signIns.isClient(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))) {
            return refusal();
        }
        Optional<String> user =
                switch (form.getOrDefault("grant_type", "")) {
                    case "password" ->
                        signIns.byPassword(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
                    case "refresh_token" -> signIns.byRefreshToken(form.getOrDefault("refresh_token", ""));
                    case "client_credentials" -> Optional.of(SignIns.INTEGRATION_USER);
                    default -> Optional.empty();
                };
        return user.map(signIns::tokenFor).map(this::token).orElseGet(TokenDesk::refusal);
    }

    private Answer token(SignIns.Token token) {
        ObjectNode node = Asked.JSON.createObjectNode();
        node.put("scope", "useraccount");
        node.put("token_type", "Bearer");
        node.put(
                "expires_in",
                Math.max(
                        0,
                        Duration.between(instance.clock().instant(), token.until())
                                .toSeconds()));
        node.put("refresh_token", token.refresh());
        node.put("access_token", token.access());
        return Answer.json(200, node);
    }

    private static Answer refusal() {
        return Answer.text(401, Answer.JSON, "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}");
    }
}
