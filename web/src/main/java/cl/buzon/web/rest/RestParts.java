package cl.buzon.web.rest;

import java.util.Set;

/** What every JAX-RS application of ours names beside its resources: none of them scans, so that none serves another's. */
public final class RestParts {

    public static final Set<Class<?>> ALL = Set.of(
            Json.class,
            ProblemMapper.class,
            UnreadableJsonMapper.class,
            BodyForm.class,
            BodyLimit.class,
            SentBody.Watch.class);

    private RestParts() {}
}
