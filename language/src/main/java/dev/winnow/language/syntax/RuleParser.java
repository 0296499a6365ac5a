package dev.winnow.language.syntax;

import dev.winnow.language.syntax.Token.Kind;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.source.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule file: the part of DRL that the pack law allows, and no more. What else a file holds is refused by name.
 *
 * <p>After a mistake it goes on with the next rule, so that all rules with mistakes are told at once.
 */
public final class RuleParser {

    private static final List<String> ANNOTATIONS = List.of("title", "points", "source", "family", "action");
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final int MOST_RULES = 500;
    private static final int MOST_MISTAKES = 200;
    private static final int MOST_PATTERNS = 12;
    private static final int LONGEST_ID = 80;

    /** What DRL has and the pack language has not, with what to do instead. */
    private static final Map<String, String> REFUSED_AT_TOP = Map.of(
            "function", "a rule may only compare, count and sum",
            "declare", "the types are those of the model",
            "query", "write a rule",
            "unit", "remove it",
            "dialect", "remove it",
            "when", "maybe a `rule` begins above it?",
            "then", "maybe a `rule` begins above it?");

    /** What DRL can say of a rule besides its conditions; above the rules it is said of all of them. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "auto-focus",
            "no-loop",
            "lock-on-active",
            "enabled",
            "duration",
            "timer",
            "calendars",
            "date-effective",
            "date-expires");

    /**
     * What a file holds.
     *
     * @param rules every rule whose conditions could be read
     * @param flawed ids of those among them in which something is wrong already
     * @param ids the ids of all rules, also of those that could not be read
     * @param whole whether there is no part of the file that may hold rules nobody could read
     */
    public record Rules(List<PackRule> rules, Set<String> flawed, Set<String> ids, boolean whole) {}

    private final RuleFile file;
    private final @Nullable String packageName;
    private final TokenStream tokens;
    private final List<PackRule> rules = new ArrayList<>();
    private final Set<String> flawed = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> header = new HashSet<>();
    private boolean whole;

    private RuleParser(RuleFile file, @Nullable String packageName, List<Token> tokens) {
        this.file = file;
        this.packageName = packageName;
        this.tokens = new TokenStream(file, tokens);
        this.whole = tokens.stream().noneMatch(token -> token.kind() == Kind.BROKEN);
    }

    /**
     * Reads a file.
     *
     * @param packageName the package it must name; null if that is in doubt
     */
    public static Rules parse(RuleFile file, @Nullable String packageName) {
        List<Token> tokens = Lexer.tokens(file);
        RuleParser parser = new RuleParser(file, packageName, tokens);
        parser.read();
        return new Rules(parser.rules, parser.flawed, parser.ids, parser.whole);
    }

    private void read() {
        packageLine();
        int before = file.problems().size();
        while (!tokens.at(Kind.END)) {
            statement();
            if (file.problems().size() - before > MOST_MISTAKES) {
                file.report(tokens.peek().spot(), "too many mistakes; the file is not read further", null);
                whole = false;
                return;
            }
        }
        for (String line : Drl.HEADER) {
            if (whole && !header.contains(line)) {
                file.report(
                        new TokenPosition(1, 1, 0),
                        "the file has no line `" + line + "`",
                        "add it above the first rule");
            }
        }
        if (ids.size() > MOST_RULES) {
            file.report(new TokenPosition(1, 1, 0), "the file has more than " + MOST_RULES + " rules", null);
        }
    }

    private void packageLine() {
        Token keyword = tokens.peek();
        String wanted = packageName == null ? null : "maybe `package " + packageName + "`?";
        if (keyword.kind() == Kind.BROKEN) {
            return;
        }
        boolean starts = keyword.is("import") || keyword.is("global") || keyword.is("rule");
        if (!keyword.is("package")) {
            file.report(keyword.spot(), "the file does not begin with its package", wanted);
            if (starts) {
                return;
            }
        }
        tokens.skip(keyword.text());
        Token first = tokens.peek();
        String name = line(tokens.restOfLine());
        if (keyword.is("package") && packageName != null && !name.equals(packageName)) {
            TokenPosition spot =
                    new TokenPosition(first.spot().line(), first.spot().column(), Math.max(1, name.length()));
            file.report(
                    name.isEmpty() ? keyword.spot() : spot,
                    name.isEmpty()
                            ? "the package has no name"
                            : "the package is `" + name + "`, the file calls for `" + packageName + "`",
                    wanted);
        }
    }

    private void statement() {
        try {
            Token token = tokens.peek();
            if (token.is("import") || token.is("global")) {
                headerLine(tokens.take());
            } else if (token.is("rule")) {
                rule();
            } else if (!tokens.skip(";")) {
                outsideRules(token);
            }
        } catch (SyntaxException mistake) {
            tokens.recover();
        }
    }

    /** Complains about what stands between rules. If a mistyped {@code rule} begins there, its id is not lost. */
    private void outsideRules(Token token) {
        Token next = token.kind() == Kind.TEXT ? token : tokens.peek(1);
        if (next.kind() == Kind.TEXT) {
            ids.add(next.text());
        } else if (!token.is("end")) {
            whole = false;
        }
        String refused = REFUSED_AT_TOP.get(token.text());
        if (refused != null && token.kind() == Kind.NAME) {
            throw tokens.error("`" + token.text() + "` is not part of the pack language", refused);
        }
        Token whole = tokens.kebab();
        if (ATTRIBUTES.contains(whole.text())) {
            throw tokens.error(whole, "`" + whole.text() + "` is not part of the pack language", "remove it");
        }
        boolean mistyped = token.kind() == Kind.NAME && "rule".equals(Nearest.of(token.text(), Set.of("rule")));
        throw tokens.error(
                token.shown() + " stands outside any rule",
                mistyped
                        ? "maybe `rule`?"
                        : token.is("end") ? "maybe one `end` too many?" : "maybe a `rule` or an `end` is missing?");
    }

    /** One of the lines that every file has above its rules. */
    private void headerLine(Token keyword) {
        Token first = tokens.peek();
        String line = keyword.text() + " " + line(tokens.restOfLine());
        String mistyped = Drl.HEADER.stream()
                .filter(known -> line.startsWith(known.replace(".*", ".")))
                .findFirst()
                .orElseGet(() -> Nearest.of(line, Drl.HEADER));
        if (Drl.HEADER.contains(line)) {
            header.add(line);
            return;
        }
        if (mistyped != null) {
            header.add(mistyped);
        } else {
            // It may be meant as any of them: what is missing is not missed as well.
            Drl.HEADER.stream()
                    .filter(known -> known.startsWith(keyword.text()))
                    .forEach(header::add);
        }
        boolean empty = first.spot().line() != keyword.spot().line();
        TokenPosition spot = empty
                ? keyword.spot()
                : new TokenPosition(
                        first.spot().line(),
                        first.spot().column(),
                        Math.max(1, line.length() - keyword.text().length() - 1));
        file.report(
                spot,
                "`" + line.strip() + "` is not allowed",
                mistyped != null ? "maybe `" + mistyped + "`?" : "a file has only the lines " + shownHeader());
    }

    private static String shownHeader() {
        return Drl.HEADER.stream().map(line -> "`" + line + "`").collect(Collectors.joining(", "));
    }

    /** Tokens of one line as their author spaced them, more or less. */
    private static String line(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        int end = -1;
        for (Token token : tokens) {
            line.append(end >= 0 && token.spot().column() > end ? " " : "").append(token.text());
            end = token.spot().column() + token.spot().length();
        }
        return line.toString();
    }

    private void rule() {
        tokens.take();
        Token id = ruleId();
        int problemsBefore = file.problems().size();
        Map<String, Token> annotations = annotations(id);
        List<Pattern> conditions = conditions(id);
        Token then = tokens.take();
        SyntaxException broken = null;
        Consequence consequence = Consequence.unread(then);
        try {
            consequence = new ConsequenceParser(file, tokens).read(then);
            ruleEnd(id);
        } catch (SyntaxException mistake) {
            broken = mistake;
        }
        rules.add(assemble(id, annotations, conditions, consequence));
        if (file.problems().size() > problemsBefore || broken != null) {
            flawed.add(id.text());
        }
        if (broken != null) {
            throw broken;
        }
    }

    private Token ruleId() {
        Token id = tokens.peek();
        if (id.kind() == Kind.TEXT) {
            tokens.take();
        } else if (id.kind() == Kind.NAME && !id.is("rule")) {
            id = word();
            file.report(id.spot(), "a rule's id stands in quotes", "maybe `\"" + id.text() + "\"`?");
        } else {
            whole = false;
            throw tokens.missing("a rule needs an id in quotes", "maybe `rule \"market-at-scale\"`?");
        }
        ids.add(id.text());
        if (id.text().length() > LONGEST_ID) {
            file.report(id.spot(), "the rule id is longer than " + LONGEST_ID + " characters", "take a shorter one");
        } else if (!id.text().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            file.report(
                    id.spot(),
                    "the rule id `" + id.text() + "` is not kebab-case",
                    "write small letters, digits and single `-` between words");
        }
        return id;
    }

    private Map<String, Token> annotations(Token id) {
        Map<String, Token> found = new LinkedHashMap<>();
        while (!tokens.peek().is("when")) {
            if (!tokens.peek().is("@")) {
                throw noAnnotation(id, tokens.peek());
            }
            tokens.take();
            Token name = tokens.take();
            String known = Nearest.of(name.text(), ANNOTATIONS);
            if (!ANNOTATIONS.contains(name.text())) {
                SyntaxException unknown = tokens.error(
                        name,
                        name.kind() == Kind.NAME
                                ? "there is no annotation `@" + name.text() + "`"
                                : "an annotation has a name after its `@`",
                        known == null
                                ? "there are `@" + String.join("`, `@", ANNOTATIONS) + "`"
                                : "maybe `@" + known + "`?");
                if (!tokens.peek().is("(")) {
                    throw unknown;
                }
            }
            tokens.expect("(", "after `@" + name.text() + "`");
            Token value = value(name);
            if (value.kind() == Kind.SIGN || value.kind() == Kind.END || value.kind() == Kind.VARIABLE) {
                throw tokens.error(value, "`@" + name.text() + "` holds one text, word or number", null);
            }
            tokens.expect(")", "after the value of `@" + name.text() + "`");
            if (found.put(known == null ? name.text() : known, value) != null) {
                file.report(name.spot(), "`@" + name.text() + "` is said twice", "remove one");
            }
        }
        tokens.take();
        return found;
    }

    /** What an annotation holds. Mistakes that are told here are read as what was probably meant. */
    private Token value(Token name) {
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
                    "`" + decimal.text() + "` has a comma where a decimal point belongs",
                    "maybe `" + number + "`?");
            return new Token(Kind.NUMBER, number, decimal.spot());
        }
        Token first = tokens.peek();
        Token value = word();
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
        file.report(spot, "the text of `@" + name.text() + "` has no quotes", "maybe `\"" + unquoted + "\"`?");
        return new Token(Kind.TEXT, unquoted, spot);
    }

    /** What stands where an annotation or {@code when} should. */
    private SyntaxException noAnnotation(Token id, Token found) {
        if (tokens.atRuleEnd() || found.is("then")) {
            return tokens.missing("rule `" + id.text() + "` has no `when`", "write its conditions after `when`");
        }
        if (PatternParser.begins(found)) {
            return tokens.error("`when` is missing before " + found.shown(), "maybe `when` on the line above?");
        }
        if (ANNOTATIONS.contains(found.text()) && tokens.peek(1).is("(")) {
            return tokens.error("`@` is missing before " + found.shown(), "maybe `@" + found.text() + "(…)`?");
        }
        if (found.kind() == Kind.NAME && "when".equals(Nearest.of(found.text(), Set.of("when")))) {
            return tokens.error(found.shown() + " is no annotation", "maybe `when`?");
        }
        Token whole = found.kind() == Kind.NAME ? word() : found;
        return tokens.error(
                whole,
                whole.shown() + " is not part of the pack language",
                "between a rule's id and `when` stand annotations, such as `@points(40)`");
    }

    private List<Pattern> conditions(Token id) {
        PatternParser patterns = new PatternParser(file, tokens);
        List<Pattern> conditions = new ArrayList<>();
        while (!tokens.peek().is("then")) {
            if (tokens.atRuleEnd()) {
                throw tokens.missing(
                        "rule `" + id.text() + "` has no `then`", "say what it does: `then`, `card.…(…);`");
            }
            if (tokens.peek().is("card") && tokens.peek(1).is(".")) {
                throw tokens.error("`then` is missing before `card`", "maybe `then` on the line above?");
            }
            if (conditions.size() == MOST_PATTERNS) {
                throw tokens.error("a rule has at most " + MOST_PATTERNS + " patterns", "write several rules");
            }
            conditions.add(patterns.pattern());
        }
        return conditions;
    }

    private void ruleEnd(Token id) {
        if (tokens.skip("end")) {
            return;
        }
        if (tokens.at(Kind.END)
                || tokens.peek().is("rule")
                || tokens.peek().spot().column() == 1) {
            throw tokens.missing("rule `" + id.text() + "` has no `end`", "maybe `end` on the next line?");
        }
        throw tokens.error(
                tokens.peek().shown() + " stands where the rule must end: a rule does one thing",
                tokens.peek().is("card") ? "write another rule for the second" : "maybe `end`?");
    }

    /** One token, or a kebab-case word put together again. */
    private Token word() {
        Token first = tokens.take();
        StringBuilder text = new StringBuilder(first.text());
        while (first.kind() == Kind.NAME && tokens.peek().is("-")) {
            text.append(tokens.take().text()).append(tokens.take().text());
        }
        TokenPosition spot = first.spot();
        return first.kind() == Kind.NAME && text.length() > first.text().length()
                ? new Token(Kind.NAME, text.toString(), new TokenPosition(spot.line(), spot.column(), text.length()))
                : first;
    }

    private PackRule assemble(
            Token id, Map<String, Token> annotations, List<Pattern> patterns, Consequence consequence) {
        for (String needed : List.of("title", "source")) {
            if (!annotations.containsKey(needed)) {
                file.report(
                        id.spot(),
                        "rule `" + id.text() + "` has no `@" + needed + "`",
                        needed.equals("title")
                                ? "say in a sentence what it finds: `@title(\"…\")`"
                                : "say where it comes from: `@source(\"…\")`");
            }
        }
        Token family = annotations.get("family");
        return new PackRule(
                id.text(),
                file.criterion(),
                text(annotations, "title"),
                points(id, annotations.get("points"), consequence),
                text(annotations, "source"),
                family == null ? null : family.text(),
                action(annotations.get("action")),
                file.place(id.spot()),
                List.copyOf(patterns),
                consequence);
    }

    private String text(Map<String, Token> annotations, String name) {
        Token text = annotations.get(name);
        if (text != null && text.text().isBlank()) {
            file.report(text.spot(), "`@" + name + "` is empty", null);
        }
        return text == null ? "" : text.text();
    }

    private BigDecimal points(Token id, @Nullable Token points, Consequence consequence) {
        boolean awards = consequence.effect().hasPoints();
        if (points == null) {
            if (awards) {
                file.report(id.spot(), "rule `" + id.text() + "` awards, and has no `@points`", "maybe `@points(20)`?");
            }
            return BigDecimal.ZERO;
        }
        if (!awards && !(consequence instanceof Consequence.Unread)) {
            file.report(
                    points.spot(),
                    "only `award` and `awardShare` have points, not `" + consequence.word() + "`",
                    "remove `@points`");
            return BigDecimal.ZERO;
        }
        if (points.text().startsWith("-")) {
            file.report(
                    points.spot(),
                    "points are above 0, and `" + points.text() + "` is below",
                    "what speaks against a candidate is a `card.cap`, a `card.redFlag` or a `card.knockOut`");
            return BigDecimal.ZERO;
        }
        if (!points.text().matches("[0-9]{1,3}(\\.[0-9]{1,6})?")
                || new BigDecimal(points.text()).signum() <= 0
                || new BigDecimal(points.text()).compareTo(MOST_POINTS) > 0) {
            file.report(points.spot(), "points are a number above 0, at most 100, with at most six decimals", null);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(points.text());
    }

    private @Nullable ChainAction action(@Nullable Token action) {
        if (action == null) {
            return null;
        }
        List<String> names = Arrays.stream(ChainAction.values()).map(Enum::name).toList();
        if (!names.contains(action.text())) {
            file.report(
                    action.spot(),
                    "there is no chain action `" + action.text() + "`",
                    ConsequenceParser.advice(action.text(), names));
            return null;
        }
        return ChainAction.valueOf(action.text());
    }
}
