package cl.buzon.systems;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is delivered, and how it becomes what a test needs; never an archive put together by hand. */
public final class RealEar {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String RUNNER = "tests.war";

    private RealEar() {}

    /**
     * The whole EAR with {@code tests} in it, to be run inside the server by Arquillian. They lie in a web module of
     * their own: the portal's lets nobody pass who has not signed in.
     */
    public static EnterpriseArchive with(Class<?>... tests) {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, TestBuild.ear().toFile());
        WebArchive runner = ShrinkWrap.create(WebArchive.class, RUNNER)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addClasses(tests)
                .addClass(NobodySignsIn.class)
                .addAsLibrary(libraryOf(Assertions.class));
        return ear.addAsModule(Testable.archiveToTest(runner)).setApplicationXML(withRunner(ear));
    }

    private static StringAsset withRunner(EnterpriseArchive ear) {
        try (InputStream descriptor = ear.get(DESCRIPTOR).getAsset().openStream()) {
            String modules = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
            return new StringAsset(modules.replaceFirst(
                    "(?s)(.*</module>)",
                    "$1<module><web><web-uri>" + RUNNER
                            + "</web-uri><context-root>/tests</context-root></web></module>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the EAR in {@code folder} from which somebody has taken a module. */
    public static Path without(String module, Path folder) {
        Path copy = folder.resolve("buzon.ear");
        try {
            Files.copy(TestBuild.ear(), copy);
            take(module, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(String module, Path ear) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(ear)) {
            Files.delete(content.getPath(module));
            Path descriptor = content.getPath(DESCRIPTOR);
            String listed = "<module>\\s*<ejb>" + module + "</ejb>\\s*</module>";
            Files.writeString(descriptor, Files.readString(descriptor).replaceAll(listed, ""));
        }
    }

    private static File libraryOf(Class<?> type) {
        try {
            URI jar = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return new File(jar);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
