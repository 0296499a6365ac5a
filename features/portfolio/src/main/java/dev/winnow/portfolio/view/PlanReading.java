package dev.winnow.portfolio.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a file with a plan.
 *
 * @param schema the version of the contract
 * @param form the form; null if the file cannot be read
 * @param problems the problems of the file, in the language of the server
 */
public record PlanReading(int schema, @Nullable PlanForm form, List<String> problems) {}
