package cl.buzon.testing;

import static java.util.Map.entry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The portal's own persistence unit, all its entities and settings, over a fresh {@link TestDatabase} with transactions
 * that the test begins and ends. An entity that names a table or column that the migrations do not make fails every test
 * here at once. Use it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestPersistence PERSISTENCE = new TestPersistence();
 * ...
 * PERSISTENCE.run(em -> new Executives(em, clock).add(ana));
 * }</pre>
 */
public final class TestPersistence implements BeforeAllCallback, AfterAllCallback {

    private TestDatabase database;
    private EntityManagerFactory factory;

    @SuppressWarnings("NullAway.Init") // made before the first test of the class
    public TestPersistence() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        database = new TestDatabase();
        factory = Persistence.createEntityManagerFactory(
                "buzon",
                Map.ofEntries(
                        entry("jakarta.persistence.transactionType", "RESOURCE_LOCAL"),
                        entry("jakarta.persistence.nonJtaDataSource", database.dataSource()),
                        entry("jakarta.persistence.schema-generation.database.action", "validate"),
                        entry("hibernate.type.json_format_mapper", new NoJson())));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        factory.close();
        database.close();
    }

    /** Does the work in a transaction of its own: committed when it returns, rolled back when it throws. */
    public void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return true;
        });
    }

    /** Like {@link #run}, with an answer. */
    public <T> T call(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T answer = work.apply(em);
                transaction.commit();
                return answer;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    /** The same database past JPA. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** No column is JSON; without this Hibernate asks for a JSON-B provider, which only the server has. */
    private static final class NoJson implements FormatMapper {

        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
