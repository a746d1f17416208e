package cl.buzon.web.rest;

import cl.buzon.shared.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the resource method does not name in its {@link Parameters}. */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @SuppressWarnings("NullAway.Init")
    public KnownParameters() {}

    @Override
    public void filter(ContainerRequestContext request) {
        List<Fault> faults = faults(
                resource.getResourceMethod().getAnnotation(Parameters.class),
                request.getUriInfo().getQueryParameters());
        if (!faults.isEmpty()) {
            throw BadRequest.of(faults);
        }
    }

    static List<Fault> faults(@Nullable Parameters known, Map<String, List<String>> sent) {
        Set<String> once = known == null ? Set.of() : Set.copyOf(Arrays.asList(known.value()));
        Set<String> often = known == null ? Set.of() : Set.copyOf(Arrays.asList(known.repeatable()));
        return new TreeMap<>(sent)
                .entrySet().stream()
                        .flatMap(one -> fault(one.getKey(), one.getValue().size(), once, often))
                        .toList();
    }

    private static Stream<Fault> fault(String name, int times, Set<String> once, Set<String> often) {
        if (often.contains(name)) {
            return Stream.empty();
        }
        if (!once.contains(name)) {
            return Stream.of(Fault.of(name, "UNKNOWN_PARAMETER", name));
        }
        return times > 1 ? Stream.of(Fault.of(name, "REPEATED_PARAMETER", name)) : Stream.empty();
    }
}
