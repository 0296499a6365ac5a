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
                if (sign != null) {
                    return sign;
                }
                Problem lost = lostQuote(marked);
                return lost == null ? problem : lost;
            }
        }
        if (error instanceof JsonProcessingException located && located.getLocation() != null) {
            JsonLocation location = located.getLocation();
            Place place = places.apply(location.getLineNr(), location.getColumnNr());
            return source.isJson() ? json(place) : caret(place, Message.of("this cannot be read as YAML"), null);
        }
        return Problem.at(
                Place.file(source.file()),
                source.isJson()
                        ? Message.of("this cannot be read as JSON")
                        : Message.of("this cannot be read as YAML"));
    }

    /** Returns the problem of an unclosed quote whose text extends to the error; null if there is none. */
    private @Nullable Problem lostQuote(MarkedYAMLException error) {
        Mark mark = error.getProblemMark();
        LostQuote.Span span = mark == null ? null : LostQuote.endingIn(source.text(), mark.getLine() + 1);
        return span == null
                ? null
                : caret(
                        places.apply(span.line(), span.column()),
                        Message.of("the quote that opens here does not end before line %s", span.end()),
                        Message.of("if its end is missing, add it in this line"));
    }

    private Problem yaml(MarkedYAMLException error) {
        Place here = place(error.getProblemMark());
        Place began = place(error.getContextMark() == null ? error.getProblemMark() : error.getContextMark());
        String said = String.valueOf(error.getProblem()) + " " + error.getContext();
        if (said.contains("(TAB)") || said.contains("\\t") || startsWithTab(here)) {
            return caret(here, Message.of("a tab cannot indent a line"), Message.of("use spaces"));
        }
        if (said.contains("cannot start any token")) {
            String sign = sign(here);
            return caret(here, Message.of("a value cannot begin with `%s`", sign), Message.of("put it in quotes"));
        }
        if (said.contains("mapping values are not allowed") || said.contains("mapping keys are not allowed")) {
            return caret(
                    here,
                    Message.of("a `%s` does not belong here", ":"),
                    Message.of("put it on a line of its own, or the value in quotes"));
        }
        if (said.contains("could not find expected ':'")) {
            return caret(began, Message.of("a key needs a `%s` after it", ":"), null);
        }
        if (said.contains("while scanning a quoted scalar")) {
            return said.contains("escape")
                    ? caret(
                            here,
                            Message.of("`%s` is not an escape sequence within double quotes", "\\" + sign(here)),
                            Message.of("use single quotes"))
                    : caret(began, Message.of("a quote is opened here and never closed"), null);
        }
        if (said.contains("while parsing a flow sequence")) {
            return caret(began, Message.of("the list that `%s` opens is never closed, or lacks a comma", "["), null);
        }
        if (said.contains("while parsing a flow mapping")) {
            return caret(began, Message.of("the map that `%s` opens is never closed, or lacks a comma", "{"), null);
        }
        if (said.contains("while parsing a block") || said.contains("<block end>")) {
            return caret(here, Message.of("this line does not fit the indentation above it"), null);
        }
        if (said.contains("<document start>")) {
            return caret(here, Message.of("this line does not continue the lines above it"), null);
        }
        return caret(here, Message.of("this cannot be read as YAML"), null);
    }

    private Problem json(Place place) {
        String line = place.text() == null ? "" : place.text();
        boolean end = place.column() > line.stripTrailing().length()
                && source.text().stripTrailing().endsWith(line.stripTrailing());
        if (end) {
            return new Problem(
                    place,
                    Message.of("the file ends before it is complete"),
                    0,
                    Message.of("close every bracket and quote"));
        }
        return switch (sign(place)) {
            case "'" -> caret(place, Message.of("JSON takes double quotes only"), null);
            case "}", "]" ->
                caret(
                        place,
                        Message.of("a `%s` does not belong here", sign(place)),
                        Message.of("look for an extra comma before it"));
            default ->
                caret(
                        place,
                        Message.of("this cannot be read as JSON"),
                        Message.of("look for a missing comma or quote"));
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

    private static Problem caret(Place place, Message what, @Nullable Message advice) {
        return new Problem(place, what, 1, advice);
    }

    private static String sign(Place place) {
        String line = place.text();
        return line != null && place.column() >= 1 && place.column() <= line.length()
                ? line.substring(place.column() - 1, line.offsetByCodePoints(place.column() - 1, 1))
                : "";
    }
}
