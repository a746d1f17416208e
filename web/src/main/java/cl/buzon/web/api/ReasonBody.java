package cl.buzon.web.api;

import org.jspecify.annotations.Nullable;

/** Why a customer wants it. An action that needs no reason needs no body either. */
record ReasonBody(@Nullable String reason) {

    static @Nullable String of(@Nullable ReasonBody body) {
        return body == null ? null : body.reason();
    }
}
