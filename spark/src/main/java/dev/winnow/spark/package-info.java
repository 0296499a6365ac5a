/**
 * Screening by Apache Spark: projects as a Dataset in, assessments as a Dataset out. Spark distributes, repeats what fails and
 * writes; winnow judges.
 */
@NullMarked
package dev.winnow.spark;

import org.jspecify.annotations.NullMarked;
