package cl.buzon.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API token is good for, at most what its person may do. */
public enum TokenScope {
    READ("cases:read"),
    WRITE("cases:write");

    /** Both. */
    public static final Set<TokenScope> ALL = Set.copyOf(EnumSet.allOf(TokenScope.class));

    private final String code;

    TokenScope(String code) {
        this.code = code;
    }

    /** The name in settings, JSON and the database. */
    public String code() {
        return code;
    }

    static String join(Set<TokenScope> scopes) {
        return scopes.stream().sorted().map(TokenScope::code).collect(Collectors.joining(" "));
    }

    static Set<TokenScope> split(String codes) {
        Set<String> named = Set.of(codes.split(" "));
        return Arrays.stream(values())
                .filter(scope -> named.contains(scope.code))
                .collect(Collectors.toUnmodifiableSet());
    }
}
