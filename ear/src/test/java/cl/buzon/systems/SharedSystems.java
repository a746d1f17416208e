package cl.buzon.systems;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts what a test asks for when the first one asks, and ends it after the last test of the run. */
final class SharedSystems implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedSystems.class);

    private static final Map<Class<?>, Resolver> SYSTEMS = Map.of(
            RunningPortal.class, SharedSystems::portal,
            Api.class, context -> Api.of(portal(context)),
            BackOffice.class, context -> BackOffice.of(portal(context)),
            Browser.class, context -> new Browser(chromium(context), portal(context)),
            PostOffice.class, context -> shared(context, PostOffice.class, () -> PostOffice.start(chromium(context))));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SYSTEMS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(SYSTEMS.get(parameter.getParameter().getType()))
                .resolve(context);
    }

    private static RunningPortal portal(ExtensionContext context) {
        return shared(context, RunningPortal.class, RunningPortal::start);
    }

    private static Chromium chromium(ExtensionContext context) {
        return shared(context, Chromium.class, Chromium::start);
    }

    /** The store closes what it holds when the launcher's session ends. */
    private static <T> T shared(ExtensionContext context, Class<T> type, Supplier<T> start) {
        Store store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        return store.computeIfAbsent(type, key -> start.get(), type);
    }

    private interface Resolver {
        Object resolve(ExtensionContext context);
    }
}
