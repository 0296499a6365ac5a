package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The annotations of a rule, between its id and {@code when}. */
final class RuleAnnotations {

    private static final String TABLE = "table";
    private static final Pattern POINTS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    private static final List<String> NAMES = Drl.ANNOTATIONS;
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    private final RuleFile file;
    private final Token id;
    private final Map<String, Token> values;
    private final @Nullable RuleTable table;

    private RuleAnnotations(RuleFile file, Token id, Map<String, Token> values, @Nullable RuleTable table) {
        this.file = file;
        this.id = id;
        this.values = values;
        this.table = table;
    }

    /** Reads the annotations of a rule, including the {@code when} that ends them. */
    static RuleAnnotations read(RuleFile file, TokenStream tokens, Token id) {
        Map<String, Token> found = new LinkedHashMap<>();
        RuleTable table = null;
        while (!tokens.peek().is("when")) {
            if (!tokens.peek().is("@")) {
                throw noAnnotation(tokens, id, tokens.peek());
            }
            tokens.take();
            Token name = tokens.take();
            String known = NAMES.contains(name.text()) ? name.text() : Nearest.of(name.text(), NAMES);
            if (!NAMES.contains(name.text())) {
                SyntaxException unknown = tokens.error(
                        name,
                        name.kind() == Kind.NAME
                                ? Message.of("unknown annotation `%s`", "@" + name.text())
                                : Message.of("expected the name of an annotation after `%s`", "@"),
                        known == null
                                ? Message.of(
                                        "use one of %s",
                                        Message.names(NAMES.stream()
                                                .map(annotation -> "@" + annotation)
                                                .toList()))
                                : Message.of("did you mean `%s`?", "@" + known));
                if (!tokens.peek().is("(")) {
                    throw unknown;
                }
            }
            tokens.expect("(", Message.of("after `%s`", "@" + name.text()));
            if (TABLE.equals(known)) {
                table = new TableParser(file, tokens).read(name, id);
                said(file, found, TABLE, name, name);
                continue;
            }
            Token value = value(file, tokens, name);
            if (value.kind() == Kind.SIGN || value.kind() == Kind.END || value.kind() == Kind.VARIABLE) {
                throw tokens.error(value, Message.of("`%s` takes one text, word or number", "@" + name.text()), null);
            }
            tokens.expect(")", Message.of("after the value of `%s`", "@" + name.text()));
            said(file, found, known == null ? name.text() : known, name, value);
        }
        tokens.take();
        return new RuleAnnotations(file, id, found, table);
    }

    private static void said(RuleFile file, Map<String, Token> found, String known, Token name, Token value) {
        if (found.put(known, value) != null) {
            file.report(name.spot(), Message.of("duplicate `%s`", "@" + name.text()), Message.of("remove one"));
        }
    }

    /** Reads the value of an annotation. A mistake is reported, and the likely intention is read. */
    private static Token value(RuleFile file, TokenStream tokens, Token name) {
        Token next = tokens.peek(1);
        if (name.is("points") && tokens.peek().is("-") && next.kind() == Kind.NUMBER) {
            Token minus = tokens.take();
            return new Token(
                    Kind.NUMBER, "-" + tokens.take().text(), minus.spot().to(next.spot()));
        }
        Token decimal = name.is("points") ? tokens.decimalComma() : null;
        if (decimal != null) {
            String number = decimal.text().replace(',', '.');
            file.report(
                    decimal.spot(),
                    Message.of("`%s` has a decimal comma instead of a point", decimal.text()),
                    Message.of("did you mean `%s`?", number));
            return new Token(Kind.NUMBER, number, decimal.spot());
        }
        Token first = tokens.peek();
        Token value = tokens.word();
        boolean text = name.is("title") || name.is("source");
        if (!text || value.kind() == Kind.TEXT || tokens.peek().is(")") || first.kind() == Kind.SIGN) {
            return value;
        }
        TokenPosition last = value.spot();
        while (!tokens.peek().is(")")
                && tokens.peek().spot().line() == first.spot().line()
                && !tokens.at(Kind.END)) {
            last = tokens.take().spot();
        }
        TokenPosition spot = first.spot().to(last);
        String unquoted = file.text(spot);
        file.report(
                spot,
                Message.of("the text of `%s` has no quotes", "@" + name.text()),
                Message.of("did you mean `\"%s\"`?", unquoted));
        return new Token(Kind.TEXT, unquoted, spot);
    }

    /** Reports a token in place of an annotation or {@code when}. */
    private static SyntaxException noAnnotation(TokenStream tokens, Token id, Token found) {
        if (tokens.atRuleEnd() || found.is("then")) {
            return tokens.missing(
                    Message.of("rule `%s` has no `%s`", id.text(), "when"),
                    Message.of("write its conditions after `%s`", "when"));
        }
        if (PatternParser.begins(found)) {
            return tokens.error(
                    Message.of("`%s` is missing before %s", "when", found.shown()),
                    Message.of("write `%s` on the line above", "when"));
        }
        if (NAMES.contains(found.text()) && tokens.peek(1).is("(")) {
            return tokens.error(
                    Message.of("`%s` is missing before %s", "@", found.shown()),
                    Message.of("did you mean `%s`?", "@" + found.text() + "(…)"));
        }
        if (found.kind() == Kind.NAME && "when".equals(Nearest.of(found.text(), Set.of("when")))) {
            return tokens.error(
                    Message.of("%s is not an annotation", found.shown()), Message.of("did you mean `%s`?", "when"));
        }
        Token whole = found.kind() == Kind.NAME ? tokens.word() : found;
        return tokens.error(
                whole,
                Message.of("%s is not part of the rule language", whole.shown()),
                Message.of("write only annotations between a rule's id and `%s`, such as `%s`", "when", "@points(40)"));
    }

    /** Returns the table of the rule; null if it has none. */
    @Nullable
    RuleTable table() {
        return table;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * Reports a missing title or source.
     *
     * @param sourced whether the source is given elsewhere
     */
    void requireTitleAndSource(boolean sourced) {
        for (String needed : sourced ? List.of("title") : List.of("title", "source")) {
            if (!values.containsKey(needed)) {
                file.report(
                        id.spot(),
                        Message.of("rule `%s` has no `%s`", id.text(), "@" + needed),
                        needed.equals("title")
                                ? Message.of("describe in a sentence what it finds: `%s`", "@title(\"…\")")
                                : Message.of("name its source: `%s`", "@source(\"…\")"));
            }
        }
    }

    /** Returns the text of an annotation; empty if it is missing. */
    String text(String name) {
        Token text = values.get(name);
        if (text != null && text.text().isBlank()) {
            file.report(text.spot(), Message.of("`%s` is empty", "@" + name), null);
        }
        return text == null ? "" : text.text();
    }

    /** Returns the family of the rule; null if it has none. */
    @Nullable
    String family() {
        Token family = values.get("family");
        return family == null ? null : family.text();
    }

    /** Returns the points of the rule; 0 if it has none or they are wrong, which is reported. */
    BigDecimal points(Consequence consequence) {
        return points(null, consequence);
    }

    /**
     * Returns the points of a row's rule; 0 if it has none or they are wrong, which is reported.
     *
     * @param cell the points in its row; null if the points are those of the rule with the table
     */
    BigDecimal points(@Nullable Token cell, Consequence consequence) {
        Token points = cell != null ? cell : values.get("points");
        boolean awards = consequence.effect().hasPoints();
        if (points == null) {
            if (awards) {
                file.report(
                        id.spot(),
                        Message.of("rule `%s` awards points but has no `%s`", id.text(), "@points"),
                        Message.of("did you mean `%s`?", "@points(20)"));
            }
            return BigDecimal.ZERO;
        }
        if (!awards && consequence.isRead()) {
            file.report(
                    points.spot(),
                    Message.of("only `%s` and `%s` have points, not `%s`", "award", "awardShare", consequence.word()),
                    Message.of("remove `%s`", "@points"));
            return BigDecimal.ZERO;
        }
        if (points.text().startsWith("-")) {
            file.report(
                    points.spot(),
                    Message.of("points must be above 0, found `%s`", points.text()),
                    Message.of(
                            "to count against a candidate, use `%s`, `%s` or `%s`",
                            "card.cap", "card.redFlag", "card.knockOut"));
            return BigDecimal.ZERO;
        }
        if (!POINTS.matcher(points.text()).matches()
                || new BigDecimal(points.text()).signum() <= 0
                || new BigDecimal(points.text()).compareTo(MOST_POINTS) > 0) {
            file.report(
                    points.spot(),
                    Message.of("points must be a number above 0, at most 100, with at most six decimals"),
                    null);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(points.text());
    }

    /** Returns the chain action of the rule; null if it has none. */
    @Nullable
    ChainAction action() {
        Token action = values.get("action");
        if (action == null) {
            return null;
        }
        List<String> names = Arrays.stream(ChainAction.values()).map(Enum::name).toList();
        if (!names.contains(action.text())) {
            file.report(
                    action.spot(),
                    Message.of("unknown chain action `%s`", action.text()),
                    ConsequenceParser.advice(action.text(), names));
            return null;
        }
        return ChainAction.valueOf(action.text());
    }
}
