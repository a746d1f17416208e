package cl.buzon.web.brand;

import cl.buzon.shared.Palette;
import cl.buzon.shared.Shade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Whose portal this is, by the settings {@code buzon.brand.*}: the operator's {@code name}, the {@code mark} (an SVG or
 * PNG, as a file of this machine or an address of this site) and the {@code color}, with {@code color.dark},
 * {@code color.deep} and {@code color.stamp} for whoever wants to say more. What cannot be used is left out with a warning.
 */
@Named
@ApplicationScoped
public class Brand {

    static final String MARK = "/resources/brand/mark";

    private static final Logger LOG = System.getLogger(Brand.class.getName());
    private static final String OWN_MARK = "/resources/img/favicon.svg";
    private static final String USUAL_NAME = "Buzón";

    private Config config;

    @SuppressWarnings("NullAway.Init")
    protected Brand() {}

    @Inject
    Brand(Config config) {
        this.config = config;
    }

    void judge(@Observes @Initialized(ApplicationScoped.class) ServletContext starting) {
        palette().ifPresent(palette -> palette.unreadable()
                .forEach(words -> LOG.log(Level.WARNING, "{0}; {1}:1 is needed", words, Palette.READABLE)));
        if (setting("mark").isPresent() && !isMarked()) {
            LOG.log(
                    Level.WARNING,
                    "buzon.brand.mark is neither a readable .svg or .png file nor an address of this site");
        }
    }

    /** The operator's name, as it stands beside the mark. */
    public String getName() {
        return setting("name").orElse(USUAL_NAME);
    }

    /** Whether the operator has a mark of their own. */
    public boolean isMarked() {
        return file().isPresent() || address().isPresent();
    }

    /** The address of the mark within the portal. */
    public String getMark() {
        return file().map(file -> MARK).or(this::address).orElse(OWN_MARK);
    }

    /** Whether the operator has colours of their own. */
    public boolean isPainted() {
        return palette().isPresent();
    }

    /** The style sheet of the operator's colours. */
    String css() {
        return palette().map(PaletteCss::of).orElse("");
    }

    /** The file of the mark, when it is one. */
    Optional<Path> file() {
        return setting("mark")
                .filter(mark -> mark.endsWith(".svg") || mark.endsWith(".png"))
                .map(Path::of)
                .filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
    }

    /** A path within the portal, which is all that the pages may load pictures from. */
    private Optional<String> address() {
        return setting("mark").filter(mark -> mark.matches("/resources/[\\w/-]+\\.(svg|png)"));
    }

    /** The operator's colours, empty when they have none of their own. */
    public Optional<Palette> palette() {
        return Palette.read(this::color);
    }

    private Optional<Shade> color(String name) {
        return setting(name).flatMap(hex -> {
            try {
                return Optional.of(Shade.of(hex));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, "buzon.brand." + name + " is " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<String> setting(String name) {
        return config.getOptionalValue("buzon.brand." + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
