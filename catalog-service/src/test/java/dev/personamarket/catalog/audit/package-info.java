/** Tests of the audit trail. */
@NullMarked
package dev.personamarket.catalog.audit;

import org.jspecify.annotations.NullMarked;
