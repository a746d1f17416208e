package cl.buzon.sandbox;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.wire.Door;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Starts the instance with the server, from the folder it was kept in, and ends it with the server. */
@WebListener
public final class SandboxStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Instance instance = setting("BUZON_DATA_DIR")
                .map(folder -> Instance.keptIn(Path.of(folder, "sandbox"), Clock.systemUTC()))
                .orElseGet(Instance::inMemory);
        setting("BUZON_WEBHOOK_SECRET").ifPresent(secret -> {
            Doorbell bell = new Doorbell(setting("BUZON_PUBLIC_URL").orElse("http://localhost:8080/csm"), secret);
            instance.onChange(bell::ring);
        });
        context.setAttribute(Instance.class.getName(), instance);
        context.setAttribute(Door.class.getName(), new Door(instance));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (event.getServletContext().getAttribute(Instance.class.getName()) instanceof Instance instance) {
            instance.close();
        }
    }

    private static Optional<String> setting(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }
}
