/** The service's database: one address for R2DBC, migrations and whoever needs JDBC. */
@NullMarked
package dev.personamarket.defaults.database;

import org.jspecify.annotations.NullMarked;
