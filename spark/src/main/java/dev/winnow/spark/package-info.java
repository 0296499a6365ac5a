/**
 * Screening with Apache Spark: a Dataset of projects in, a Dataset of assessments out. Spark distributes, retries and
 * writes; winnow judges.
 */
@NullMarked
package dev.winnow.spark;

import org.jspecify.annotations.NullMarked;
