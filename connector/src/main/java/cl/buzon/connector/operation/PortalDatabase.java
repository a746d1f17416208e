package cl.buzon.connector.operation;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The portal's database as its variables name it, opened for reading alone and without a server. */
final class PortalDatabase implements DataSource {

    private final String url;
    private final Properties login = new Properties();

    /** @param settings the value of a variable such as {@code BUZON_DB_URL} */
    PortalDatabase(Function<String, Optional<String>> settings) {
        this.url = settings.apply("BUZON_DB_URL").orElse("jdbc:postgresql://localhost:5432/buzon");
        login.setProperty("user", settings.apply("BUZON_DB_USER").orElse("buzon"));
        settings.apply("BUZON_DB_PASSWORD").ifPresent(password -> login.setProperty("password", password));
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "5");
        login.setProperty("socketTimeout", "30");
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            Connection connection = driver.connect(url, login);
            if (connection != null) {
                connection.setReadOnly(true);
                return connection;
            }
        }
        throw new SQLException("no driver for " + url);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
