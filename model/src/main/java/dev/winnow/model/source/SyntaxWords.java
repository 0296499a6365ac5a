package dev.winnow.model.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Turns the errors of the YAML and JSON parsers into messages in plain words. */
final class SyntaxWords {

    private final TextFile source;
    private final BiFunction<Integer, Integer, Place> places;

    SyntaxWords(TextFile source, BiFunction<Integer, Integer, Place> places) {
        this.source = source;
        this.places = places;
    }

    Problem problem(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked) {
                Problem problem = yaml(marked);
                int line = problem.place().line();
                Problem sign = FullWidth.near(problem.place(), line > 1 ? places.apply(line - 1, 1) : null);
                return sign == null ? problem : sign;
            }
        }
        if (error instanceof JsonProcessingException located && located.getLocation() != null) {
            JsonLocation location = located.getLocation();
            Place place = places.apply(location.getLineNr(), location.getColumnNr());
            return source.isJson() ? json(place) : caret(place, "this cannot be read as YAML", null);
        }
        return Problem.at(Place.file(source.file()), "this cannot be read as " + (source.isJson() ? "JSON" : "YAML"));
    }

    private Problem yaml(MarkedYAMLException error) {
        Place here = place(error.getProblemMark());
        Place began = place(error.getContextMark() == null ? error.getProblemMark() : error.getContextMark());
        String said = String.valueOf(error.getProblem()) + " " + error.getContext();
        if (said.contains("(TAB)") || said.contains("\\t") || startsWithTab(here)) {
            return caret(here, "a tab cannot indent a line", "maybe spaces?");
        }
        if (said.contains("cannot start any token")) {
            String sign = sign(here);
            return caret(here, "a value cannot begin with `" + sign + "`", "maybe quotes around it?");
        }
        if (said.contains("mapping values are not allowed") || said.contains("mapping keys are not allowed")) {
            return caret(here, "a `:` does not belong here", "maybe a line of its own, or quotes around the value?");
        }
        if (said.contains("could not find expected ':'")) {
            return caret(began, "a key needs a `:` after it", null);
        }
        if (said.contains("while scanning a quoted scalar")) {
            return said.contains("escape")
                    ? caret(here, "`\\" + sign(here) + "` means nothing within double quotes", "maybe single quotes?")
                    : caret(began, "a quote is opened here and never closed", null);
        }
        if (said.contains("while parsing a flow sequence")) {
            return caret(began, "the list that `[` opens is never closed, or lacks a comma", null);
        }
        if (said.contains("while parsing a flow mapping")) {
            return caret(began, "what `{` opens is never closed, or lacks a comma", null);
        }
        if (said.contains("while parsing a block") || said.contains("<block end>")) {
            return caret(here, "this line does not fit the indentation above it", null);
        }
        if (said.contains("<document start>")) {
            return caret(here, "this line does not belong to what stands above it", null);
        }
        return caret(here, "this cannot be read as YAML", null);
    }

    private Problem json(Place place) {
        String line = place.text() == null ? "" : place.text();
        boolean end = place.column() > line.stripTrailing().length()
                && source.text().stripTrailing().endsWith(line.stripTrailing());
        if (end) {
            return new Problem(
                    place, "the file ends before it is complete", 0, "maybe a bracket or a quote is not closed?");
        }
        return switch (sign(place)) {
            case "'" -> caret(place, "JSON takes double quotes only", null);
            case "}", "]" ->
                caret(place, "a `" + sign(place) + "` does not belong here", "maybe a comma too many before it?");
            default -> caret(place, "this cannot be read as JSON", "maybe a comma or a quote is missing?");
        };
    }

    private Place place(@Nullable Mark mark) {
        return mark == null ? Place.file(source.file()) : places.apply(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static boolean startsWithTab(Place place) {
        String line = place.text();
        return line != null
                && line.stripLeading().length() < line.length()
                && line.substring(0, line.length() - line.stripLeading().length())
                                .indexOf('\t')
                        >= 0;
    }

    private static Problem caret(Place place, String what, @Nullable String advice) {
        return new Problem(place, what, 1, advice);
    }

    private static String sign(Place place) {
        String line = place.text();
        return line != null && place.column() >= 1 && place.column() <= line.length()
                ? line.substring(place.column() - 1, line.offsetByCodePoints(place.column() - 1, 1))
                : "";
    }
}
