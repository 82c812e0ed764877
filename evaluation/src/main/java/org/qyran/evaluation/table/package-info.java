/**
 * Tables as files: rows with named columns, and a clear sentence where a number is none.
 *
 * <p>Start with {@link org.qyran.evaluation.table.CsvTable}. Knows nothing of what the columns
 * mean.
 */
@NullMarked
package org.qyran.evaluation.table;

import org.jspecify.annotations.NullMarked;
