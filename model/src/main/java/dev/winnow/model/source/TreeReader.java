package dev.winnow.model.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Turns the events of a streaming parser into a tree. A duplicate key is left out; a syntax error refuses the whole
 * file.
 */
final class TreeReader {

    /** The rest of a number after a comma. */
    private static final Pattern CUT = Pattern.compile("(\\d+)(?:[.,]\\d+)?(?:\\D.*)?");

    /** Replaces question marks within words in the parser's input; of the same length. */
    private static final char STAND_IN = '\uF8FF';

    /** A question mark after one of these is not within a word. */
    private static final String BEFORE_WORDS = " \t\n\u000B\f\r{[,";

    private static final int DEEPEST = 50;
    private static final int MOST_REFUSED = 20;
    private static final int LONG_LINE = 10_000;
    private static final int LONGEST_LINE = 1_000_000;
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(LARGEST)
            .maxNameLength(LARGEST)
            .maxNumberLength(LARGEST)
            .build();
    /** Shared, because the factory caches keys: lists of records are parsed line by line. */
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    private static final JsonFactory YAML = yaml();

    private final TextFile source;
    private final List<Problem> problems;
    private final boolean json;
    private final String[] lines;
    private int refused;
    private int seen = -1;
    private boolean astral;
    private boolean standsIn;

    TreeReader(TextFile source, List<Problem> problems) {
        this.source = source;
        this.problems = problems;
        this.json = source.isJson();
        this.lines = lines(source.text());
    }

    /** Without regular expressions, as in the whole class: loading them takes longer than parsing a small file. */
    private static String[] lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines.toArray(new String[0]);
    }

    @Nullable
    Node read() {
        try (JsonParser parser = parser()) {
            refuseLongLines();
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(Problem.at(Place.file(source.file()), "the file is empty"));
                return null;
            }
            Node root = value(parser, first, 1);
            if (root.isScalar() && refuseFullWidth(line(root.place().line()), root.place(), null)) {
                return null;
            }
            if (parser.nextToken() != null) {
                Place second = place(parser.currentTokenLocation());
                throw new Refused(new Problem(
                        second, Message.of("a second document begins here; a file may contain only one"), 1, null));
            }
            return root;
        } catch (Refused e) {
            problems.add(e.problem);
        } catch (IOException | RuntimeException e) {
            problems.add(new SyntaxWords(source, this::place).problem(e));
        }
        return null;
    }

    /** The YAML parser's time grows faster than the length of a value on one line. */
    private void refuseLongLines() throws Refused {
        for (int i = 0; i < lines.length && !json; i++) {
            if (lines[i].length() > LONGEST_LINE) {
                throw new Refused(new Problem(
                        new Place(source.file(), i + 1, 0, null),
                        Message.of("the line is too long for YAML"),
                        0,
                        Message.of("break it into several lines")));
            }
        }
    }

    private JsonParser parser() throws IOException {
        if (json) {
            return JSON.createParser(source.text());
        }
        return YAML.createParser(plain(source.text()));
    }

    private static JsonFactory yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(LIMITS)
                .build();
    }

    /**
     * Returns the text with stand-ins for question marks within words. The YAML parser, contrary to YAML, ends a plain
     * text in braces at a question mark, so that it could not read {@code {en: Is it?, zh: 是否？}}.
     */
    private String plain(String text) {
        standsIn = text.indexOf('?') >= 0 && text.indexOf(STAND_IN) < 0;
        if (!standsIn) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        for (int at = text.indexOf('?', 1); at > 0; at = text.indexOf('?', at + 1)) {
            if (BEFORE_WORDS.indexOf(text.charAt(at - 1)) < 0) {
                plain.setCharAt(at, STAND_IN);
            }
        }
        return plain.toString();
    }

    private String spoken(String text) {
        return standsIn ? text.replace(STAND_IN, '?') : text;
    }

    private Node value(JsonParser parser, JsonToken token, int depth) throws IOException, Refused {
        Place place = place(parser.currentTokenLocation());
        if (depth > DEEPEST) {
            throw new Refused(Problem.at(place, "nested more than %s levels deep", DEEPEST));
        }
        boolean cracked = refuse(parser, place, null);
        return switch (token) {
            case START_OBJECT -> map(parser, place, depth, cracked);
            case START_ARRAY -> list(parser, place, depth, cracked);
            case VALUE_NULL -> Node.nothing(place, 1, cracked);
            default -> {
                String text = spoken(parser.getText());
                boolean hidden = hides(place, text);
                yield cracked || hidden || isMissing(parser, text)
                        ? Node.nothing(place, 1, cracked || hidden)
                        : Node.scalar(place, length(parser, text), text);
            }
        };
    }

    private Node map(JsonParser parser, Place place, int depth, boolean cracked) throws IOException, Refused {
        Map<String, Node.Field> byKey = new HashMap<>();
        List<Node.Field> fields = new ArrayList<>();
        boolean whole = !cracked;
        int cutAt = 0;
        // The parser repeats the anchor of a map at its first key.
        Object anchor = parser.getObjectId();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = place(parser.currentTokenLocation());
            if (json) {
                keyPlace = new Place(keyPlace.file(), keyPlace.line(), keyPlace.column() + 1, keyPlace.text());
            }
            whole &= !refuse(parser, keyPlace, fields.isEmpty() ? anchor : null);
            String key = spoken(parser.currentName());
            boolean hidden = hides(keyPlace, key);
            Node.Field field = new Node.Field(key, keyPlace, value(parser, parser.nextToken(), depth + 1));
            if (hidden) {
                whole = false;
                continue;
            }
            if (!fields.isEmpty() && refuseCut(fields.get(fields.size() - 1).value(), field)) {
                Node.Field cut = fields.remove(fields.size() - 1);
                fields.add(new Node.Field(
                        cut.key(), cut.place(), Node.nothing(cut.value().place(), 1, true)));
                whole = false;
                cutAt = keyPlace.line();
                continue;
            }
            if (cutAt == keyPlace.line() && field.value().kind() == Node.Kind.NULL && key.indexOf(' ') > 0) {
                continue; // a further comma of the same sentence
            }
            if (refuseFullWidth(key, keyPlace, field.value())) {
                whole = false;
                FullWidth.meant(field).forEach(meant -> {
                    if (byKey.putIfAbsent(meant.key(), meant) == null) {
                        fields.add(meant);
                    }
                });
                continue;
            }
            Node.Field earlier = byKey.putIfAbsent(key, field);
            if (earlier == null) {
                fields.add(field);
            } else {
                problems.add(field.problem(Message.of("`%s` is given already at %s", key, earlier.place())));
                whole = false;
            }
        }
        Place first = fields.isEmpty() ? null : fields.get(0).place();
        boolean begins = first != null && first.line() == place.line() && first.column() == place.column();
        int length = begins ? fields.get(0).key().length() : 1;
        return Node.map(place, length, fields, !whole);
    }

    private Node list(JsonParser parser, Place place, int depth, boolean cracked) throws IOException, Refused {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, depth + 1));
        }
        return Node.list(place, items, cracked);
    }

    /** Refuses YAML anchors, aliases and tags, with a message that names them. */
    private boolean refuse(JsonParser parser, Place place, @Nullable Object known) throws IOException, Refused {
        if (!(parser instanceof YAMLParser yaml)) {
            return false;
        }
        Message what;
        if (yaml.isCurrentAlias()) {
            what = Message.of("the alias `%s` is not supported", "*" + spoken(yaml.getText()));
        } else if (yaml.getObjectId() != null && !yaml.getObjectId().equals(known)) {
            what = Message.of("the anchor `%s` is not supported", "&" + yaml.getObjectId());
        } else if (yaml.getTypeId() != null) {
            what = Message.of(
                    "the tag `%s` is not supported", "!" + yaml.getTypeId().replace("tag:yaml.org,2002:", "!"));
        } else {
            return false;
        }
        Problem problem = new Problem(place, what, 1, Message.of("write the value in full"));
        if (++refused > MOST_REFUSED) {
            throw new Refused(Problem.at(place, "too many anchors, aliases and tags; the rest is not read"));
        }
        problems.add(problem);
        return true;
    }

    /** Refuses a text with a hidden character that the file writes as an escape; returns whether it has one. */
    private boolean hides(Place place, String text) {
        Message refusal = HiddenCharacters.refusal(text);
        if (refusal != null) {
            problems.add(new Problem(place, refusal, 1, null));
        }
        return refusal != null;
    }

    /**
     * Whether a comma within a number or a sentence turned the text after it into a key, as in {@code {value: 0,5}} or
     * {@code {why: it fits, as a rule}}.
     */
    private boolean refuseCut(Node begin, Node.Field rest) {
        String end = rest.key();
        int length = rest.place().column() - begin.place().column() + end.length();
        if (json
                || rest.value().kind() != Node.Kind.NULL
                || rest.value().cracked()
                || rest.place().line() != begin.place().line()
                || !begin.isScalar()
                || begin.length() != begin.text().length()) { // in quotes
            return false;
        }
        // A key with blanks after a value with blanks is not meant as a key.
        if (begin.text().indexOf(' ') > 0 && end.indexOf(' ') > 0 && !Character.isDigit(end.charAt(0))) {
            problems.add(new Problem(
                    begin.place(),
                    Message.of("a comma ends the value `%s`", begin.text()),
                    length,
                    Message.of("put it in quotes")));
            return true;
        }
        Matcher digits = CUT.matcher(end);
        if (!begin.text().matches("(.*\\D)?\\d+") || !digits.matches()) {
            return false;
        }
        boolean grouped = digits.group(1).length() == 3 && !begin.text().equals("0");
        problems.add(new Problem(
                begin.place(),
                Message.of("a comma ends the value `%s`", begin.text()),
                length,
                grouped
                        ? Message.of("put it in quotes: `\"%s\"`", begin.text() + "," + end)
                        : Message.of("did you mean `%s`?", begin.text() + "." + end)));
        return true;
    }

    /** Whether a text without a value contains a full-width sign in place of YAML's, which is reported. */
    private boolean refuseFullWidth(String text, Place place, @Nullable Node value) {
        int at = json || (value != null && (value.kind() != Node.Kind.NULL || value.cracked()))
                ? -1
                : FullWidth.firstIn(text);
        if (at >= 0) {
            String line = String.valueOf(place.text());
            int column = Math.max(line.indexOf(text), 0) + at + 1;
            problems.add(FullWidth.problem(new Place(place.file(), place.line(), column, line), text.charAt(at)));
        }
        return at >= 0;
    }

    /** Whether a key has no value; {@code ""} is a text. */
    private boolean isMissing(JsonParser parser, String text) {
        JsonLocation from = parser.currentTokenLocation();
        JsonLocation to = parser.currentLocation();
        return !json && text.isEmpty() && from.getLineNr() == to.getLineNr() && from.getColumnNr() == to.getColumnNr();
    }

    private int length(JsonParser parser, String text) {
        if (json) {
            return text.length() + (parser.currentToken() == JsonToken.VALUE_STRING ? 2 : 0);
        }
        JsonLocation from = parser.currentTokenLocation();
        JsonLocation to = parser.currentLocation();
        return to.getLineNr() == from.getLineNr() && to.getColumnNr() > from.getColumnNr()
                ? to.getColumnNr() - from.getColumnNr()
                : Math.min(text.length(), line(from.getLineNr()).length());
    }

    private Place place(JsonLocation location) {
        return place(location.getLineNr(), location.getColumnNr());
    }

    /** The YAML parser counts columns in code points, a place in characters. */
    private Place place(int line, int column) {
        String text = line(line);
        int at = Math.max(1, column);
        if (astral(line, text) && at <= text.codePointCount(0, text.length())) {
            at = text.offsetByCodePoints(0, at - 1) + 1;
        }
        return new Place(source.file(), source.before() + Math.max(1, line), at, text);
    }

    /**
     * Whether code points and characters differ in a line; very long lines are not examined, as their columns are not
     * shown.
     */
    private boolean astral(int line, String text) {
        if (line != seen) {
            seen = line;
            astral = !json && text.length() <= LONG_LINE && text.codePointCount(0, text.length()) != text.length();
        }
        return astral;
    }

    private String line(int line) {
        return line >= 1 && line <= lines.length ? lines[line - 1] : "";
    }

    /** Ends the reading of a file. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.what().toString());
            this.problem = problem;
        }
    }
}
