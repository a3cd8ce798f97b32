package dev.personamarket.defaults.database;

import java.util.Objects;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import reactor.netty.resources.LoopResources;

/** One address for all: Flyway and the relay find the database where R2DBC does. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration", beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
public class DatabaseAutoConfiguration {

    private static final int PREPARED_STATEMENTS = 256;

    /**
     * Event loops of the driver's own: on those of the web server all connections can end up on one loop
     * (<a href="https://github.com/r2dbc/r2dbc-pool/issues/190">r2dbc-pool 190</a>). The statement cache is bounded,
     * since every combination of filters is a statement.
     */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer driverOptions() {
        return options -> options
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES,
                        LoopResources.create("r2dbc", Runtime.getRuntime().availableProcessors(), true))
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, PREPARED_STATEMENTS);
    }

    @Bean
    @ConditionalOnBean(R2dbcConnectionDetails.class)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    SameDatabase jdbcConnectionDetails(R2dbcConnectionDetails database) {
        return new SameDatabase(database.getConnectionFactoryOptions());
    }

    record SameDatabase(ConnectionFactoryOptions options) implements JdbcConnectionDetails, FlywayConnectionDetails {

        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }

        @Override
        public String getUsername() {
            return required(ConnectionFactoryOptions.USER);
        }

        @Override
        public String getPassword() {
            return required(ConnectionFactoryOptions.PASSWORD);
        }

        @Override
        public String getJdbcUrl() {
            var port = Objects.requireNonNullElse(options.getValue(ConnectionFactoryOptions.PORT), 5432);
            return "jdbc:postgresql://%s:%s/%s".formatted(required(ConnectionFactoryOptions.HOST), port,
                    required(ConnectionFactoryOptions.DATABASE));
        }

        private String required(Option<?> option) {
            return options.getRequiredValue(option).toString();
        }
    }
}
