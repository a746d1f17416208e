package cl.buzon.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** There is a place for the customers' files, and room in it. */
@Readiness
@ApplicationScoped
class DiskReady implements HealthCheck {

    /** The folder of the customers' files. */
    @Inject
    @ConfigProperty(name = "buzon.data.dir", defaultValue = "${user.home}/.buzon")
    Path folder;

    /** Free bytes below which this node takes no more work; 256 MiB when not set. */
    @Inject
    @ConfigProperty(name = "buzon.health.min-free", defaultValue = "268435456")
    long minimum;

    @Override
    public HealthCheckResponse call() {
        return judge(new Disk(folder), minimum);
    }

    static HealthCheckResponse judge(Disk disk, long minimum) {
        return HealthCheckResponse.named("disk")
                .status(disk.isWritable() && disk.free() >= minimum)
                .withData("writable", disk.isWritable())
                .withData("free", disk.free())
                .withData("needed", minimum)
                .build();
    }
}
