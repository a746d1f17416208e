package cl.buzon.api;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The routes that the resource classes of the API answer, read from their annotations. */
final class ResourceRoutes {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private ResourceRoutes() {}

    static Set<String> ofTheBuild() {
        return new ClassFileImporter()
                .importPath("../web/target/classes/cl/buzon/web/api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(ResourceRoutes::of)
                        .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> of(JavaClass resource) {
        String base = application(resource) + path(resource.getAnnotationOfType(Path.class));
        return resource.getMethods().stream().flatMap(method -> METHODS.stream()
                .filter(method::isAnnotatedWith)
                .map(verb -> verb.getSimpleName() + " " + base + own(method)));
    }

    /** The doorbells are an application of their own below the API. */
    private static String application(JavaClass resource) {
        return resource.getSimpleName().equals("HooksResource") ? "/hooks" : "";
    }

    private static String own(JavaMethod method) {
        return method.isAnnotatedWith(Path.class) ? path(method.getAnnotationOfType(Path.class)) : "";
    }

    /** A path begins with one slash and ends with none; what a parameter must look like is no part of it. */
    private static String path(Path annotation) {
        String plain = annotation.value().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*(?:\\{[^}]*}[^}]*)*}", "{$1}");
        String path = plain.replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : "/" + path;
    }
}
