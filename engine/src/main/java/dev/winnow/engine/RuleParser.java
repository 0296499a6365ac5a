package dev.winnow.engine;

import dev.winnow.engine.Expression.Variable;
import dev.winnow.engine.Token.Kind;
import dev.winnow.model.ChainAction;
import dev.winnow.model.Effect;
import dev.winnow.model.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule file: the part of DRL that the pack law allows, and no more. What else a file holds is refused by name.
 *
 * <p>After a mistake it goes on with the next rule, so that all rules with mistakes are told at once.
 */
final class RuleParser {

    private static final Set<String> IMPORTS = Set.of("dev.winnow.model.*", "dev.winnow.engine.*");
    private static final List<String> ANNOTATIONS = List.of("title", "points", "source", "family", "action");
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final int MOST_RULES = 500;

    /** What DRL has and the pack language has not, with what to do instead. */
    private static final Map<String, String> REFUSED_AT_TOP = Map.of(
            "function", "a rule may only compare, count and sum",
            "declare", "the types are those of the model",
            "query", "write a rule",
            "unit", "remove it",
            "dialect", "remove it",
            "rule", "");

    private final RuleFile file;
    private final String packageName;
    private final TokenStream tokens;
    private final List<PackRule> rules = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private RuleParser(RuleFile file, String packageName) {
        this.file = file;
        this.packageName = packageName;
        this.tokens = new TokenStream(file, Lexer.tokens(file));
    }

    /**
     * The rules of a file that could be read.
     *
     * @param ids gets the ids of all rules, also of those that could not be read
     */
    static List<PackRule> parse(RuleFile file, String packageName, Set<String> ids) {
        RuleParser parser = new RuleParser(file, packageName);
        parser.header();
        while (!parser.tokens.at(Kind.END)) {
            parser.statement();
        }
        ids.addAll(parser.ids);
        if (parser.ids.size() > MOST_RULES) {
            file.report(new Spot(1, 1, 1), "the file has more than " + MOST_RULES + " rules", null);
        }
        return parser.rules;
    }

    private void header() {
        try {
            if (!tokens.peek().is("package")) {
                throw tokens.error("the file does not begin with its package", "maybe `package " + packageName + "`?");
            }
            Token keyword = tokens.take();
            Token first = tokens.peek();
            String name = dotted();
            if (!name.equals(packageName)) {
                Spot spot = new Spot(first.spot().line(), first.spot().column(), name.length());
                file.report(
                        first.kind() == Kind.NAME ? spot : keyword.spot(),
                        "the package is `" + name + "`, the file calls for `" + packageName + "`",
                        "maybe `package " + packageName + "`?");
            }
            tokens.skip(";");
        } catch (SyntaxException mistake) {
            tokens.recover();
        }
    }

    private void statement() {
        try {
            Token token = tokens.peek();
            if (token.is("import")) {
                importLine();
            } else if (token.is("global")) {
                globalLine();
            } else if (token.is("rule")) {
                rule();
            } else if (token.is(";")) {
                tokens.take();
            } else {
                String advice = REFUSED_AT_TOP.get(token.text());
                throw advice != null
                        ? tokens.error("`" + token.text() + "` is not part of the pack language", advice)
                        : tokens.error(
                                token.shown() + " stands outside any rule", "maybe a `rule` or an `end` is missing?");
            }
        } catch (SyntaxException mistake) {
            tokens.recover();
        }
    }

    private void importLine() {
        tokens.take();
        Token first = tokens.peek();
        String name = dotted();
        if (!IMPORTS.contains(name)) {
            file.report(
                    new Spot(first.spot().line(), first.spot().column(), Math.max(1, name.length())),
                    "`import " + name
                            + "` is not allowed: a pack imports `dev.winnow.model.*` and `dev.winnow.engine.*` only",
                    null);
        }
        tokens.skip(";");
    }

    private void globalLine() {
        tokens.take();
        Token type = tokens.take();
        Token name = tokens.take();
        if (!type.is("Scorecard") || !name.is("card")) {
            file.report(type.spot(), "a pack has one global", "maybe `global Scorecard card`?");
        }
        tokens.skip(";");
    }

    private String dotted() {
        StringBuilder name = new StringBuilder();
        int line = tokens.peek().spot().line();
        while (tokens.peek().spot().line() == line
                && (tokens.at(Kind.NAME)
                        || tokens.peek().is(".")
                        || tokens.peek().is("*"))) {
            name.append(tokens.take().text());
        }
        return name.toString();
    }

    private void rule() {
        tokens.take();
        Token id = tokens.take();
        if (id.kind() != Kind.TEXT && id.kind() != Kind.NAME) {
            throw tokens.error(id, "a rule needs an id in quotes", "maybe `rule \"end-market-at-scale\"`?");
        }
        if (!id.text().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            file.report(
                    id.spot(),
                    "the rule id " + id.shown() + " is not kebab-case",
                    "maybe letters, digits and `-` only?");
        }
        ids.add(id.text());
        int problemsBefore = file.problems().size();
        Map<String, Token> annotations = annotations(id);
        tokens.expect("when", "after the annotations of rule `" + id.text() + "`");
        PatternParser patterns = new PatternParser(file, tokens);
        List<Pattern> conditions = new ArrayList<>();
        while (!tokens.peek().is("then")) {
            if (tokens.atRuleEnd()) {
                throw tokens.error("rule `" + id.text() + "` has no `then`", null);
            }
            conditions.add(patterns.pattern());
        }
        Token then = tokens.take();
        Consequence consequence = consequence(then);
        if (!tokens.peek().is("end")) {
            throw tokens.error(
                    consequence.last,
                    "rule `" + id.text() + "` has no `end`",
                    tokens.at(Kind.NAME) && !tokens.peek().is("rule")
                            ? "a rule does one thing; maybe `end` is missing after it?"
                            : "maybe `end` on the next line?");
        }
        tokens.take();
        PackRule rule = assemble(id, annotations, conditions, consequence);
        if (rule != null && file.problems().size() == problemsBefore) {
            rules.add(rule);
        }
    }

    private Map<String, Token> annotations(Token id) {
        Map<String, Token> found = new LinkedHashMap<>();
        while (!tokens.peek().is("when")) {
            Token at = tokens.peek();
            if (!at.is("@")) {
                throw at.kind() == Kind.NAME && !tokens.atRuleEnd()
                        ? tokens.error(
                                "`" + at.text() + "` is not part of the pack language",
                                "between a rule's id and `when` stand annotations, such as `@points(40)`")
                        : tokens.error("rule `" + id.text() + "` has no `when`", null);
            }
            tokens.take();
            Token name = tokens.take();
            if (!ANNOTATIONS.contains(name.text())) {
                file.report(
                        name.spot(),
                        "there is no annotation `@" + name.text() + "`",
                        Nearest.advice(name.text(), ANNOTATIONS));
            }
            tokens.expect("(", "after `@" + name.text() + "`");
            Token value = word();
            if (value.kind() == Kind.SIGN || value.kind() == Kind.END || value.kind() == Kind.VARIABLE) {
                throw tokens.error(value, "`@" + name.text() + "` holds one text, word or number", null);
            }
            tokens.expect(")", "after the value of `@" + name.text() + "`");
            if (found.put(name.text(), value) != null) {
                file.report(name.spot(), "`@" + name.text() + "` is said twice", null);
            }
        }
        return found;
    }

    /** One token, or a kebab-case word put together again. */
    private Token word() {
        Token first = tokens.take();
        StringBuilder text = new StringBuilder(first.text());
        while (first.kind() == Kind.NAME && tokens.peek().is("-")) {
            text.append(tokens.take().text()).append(tokens.take().text());
        }
        Spot spot = first.spot();
        return first.kind() == Kind.NAME
                ? new Token(Kind.NAME, text.toString(), new Spot(spot.line(), spot.column(), text.length()))
                : first;
    }

    private record Consequence(
            Verb verb, Token word, List<Expression> leading, String text, List<Variable> arguments, Token last) {}

    private Consequence consequence(Token then) {
        if (!tokens.peek().is("card")) {
            throw tokens.error(
                    tokens.peek().is("end") ? then : tokens.peek(),
                    "`then` is one sentence of the scorecard",
                    "maybe `card.award(\"…\");`?");
        }
        tokens.take();
        tokens.expect(".", "after `card`");
        Token word = tokens.take();
        Verb verb = Verb.of(word.text());
        if (verb == null) {
            file.report(
                    word.spot(),
                    "the scorecard has no verb `" + word.text() + "`",
                    Nearest.advice(word.text(), Verb.words()));
            Token last = tokens.skipSentence();
            return new Consequence(Verb.NOTE, word, List.of(), "", List.of(), last);
        }
        tokens.expect("(", "after `card." + verb.word + "`");
        List<Expression> leading = new ArrayList<>();
        for (String role : verb.leading()) {
            leading.add(leading(verb, role));
            tokens.expect(",", "after the " + role + " of `card." + verb.word + "`");
        }
        Token text = tokens.take();
        if (text.kind() != Kind.TEXT) {
            throw tokens.error(text, "`card." + verb.word + "` needs its reason as a text in quotes here", null);
        }
        List<Variable> arguments = new ArrayList<>();
        while (tokens.skip(",")) {
            arguments.add(variable("the reason of `card." + verb.word + "`"));
        }
        tokens.expect(")", "after the arguments of `card." + verb.word + "`");
        Token last = tokens.expect(";", "after `card." + verb.word + "(…)`");
        placeholders(text, arguments);
        return new Consequence(verb, word, leading, text.text(), arguments, last);
    }

    private Expression leading(Verb verb, String role) {
        if (role.equals("criterion")) {
            Token name = tokens.take();
            if (name.kind() != Kind.TEXT) {
                throw tokens.error(name, "`card.cap` names the criterion that it caps first, in quotes", null);
            }
            return new Expression.Text(name.text(), name.spot());
        }
        return variable("the " + role + " of `card." + verb.word + "`");
    }

    private Variable variable(String where) {
        Token token = tokens.take();
        if (token.kind() != Kind.VARIABLE) {
            throw tokens.error(
                    token, where + " takes bare variables, not " + token.shown(), "bind it above: `$value : …`");
        }
        return new Variable(token.text(), token.spot());
    }

    private void placeholders(Token text, List<Variable> arguments) {
        String plain = text.text().replace("%s", "");
        int count = (text.text().length() - plain.length()) / 2;
        if (plain.contains("%")) {
            file.report(text.spot(), "the only placeholder of a text is `%s`", "write `per cent` for the sign");
        } else if (count != arguments.size()) {
            file.report(
                    text.spot(),
                    "the text has " + count + " `%s`, and " + arguments.size() + " variables follow it",
                    "give one variable for each `%s`");
        }
    }

    private @Nullable PackRule assemble(
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
        BigDecimal points = points(id, annotations.get("points"), consequence);
        ChainAction action = action(annotations.get("action"));
        Token title = annotations.get("title");
        Token source = annotations.get("source");
        Token family = annotations.get("family");
        if (points == null || title == null || source == null) {
            return null;
        }
        return new PackRule(
                id.text(),
                file.criterion(),
                title.text(),
                points,
                source.text(),
                family == null ? null : family.text(),
                action,
                file.place(id.spot()),
                List.copyOf(patterns),
                consequence.verb,
                consequence.leading,
                consequence.text,
                consequence.arguments);
    }

    private @Nullable BigDecimal points(Token id, @Nullable Token points, Consequence consequence) {
        boolean awards = consequence.verb.effect == Effect.AWARD;
        if (points == null) {
            if (awards) {
                file.report(id.spot(), "rule `" + id.text() + "` awards, and has no `@points`", "maybe `@points(20)`?");
                return null;
            }
            return BigDecimal.ZERO;
        }
        if (!awards && consequence.verb == Verb.of(consequence.word.text())) {
            file.report(
                    points.spot(),
                    "only `award` and `awardShare` have points, not `" + consequence.verb.word + "`",
                    null);
            return null;
        }
        if (!points.text().matches("[0-9]{1,3}(\\.[0-9]{1,6})?")
                || new BigDecimal(points.text()).signum() <= 0
                || new BigDecimal(points.text()).compareTo(MOST_POINTS) > 0) {
            file.report(points.spot(), "points are a number above 0, at most 100, with at most six decimals", null);
            return null;
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
                    Nearest.advice(action.text(), names));
            return null;
        }
        return ChainAction.valueOf(action.text());
    }
}
