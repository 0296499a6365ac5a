package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses a rule file: the subset of DRL that is the rule language. Other DRL is rejected by name.
 *
 * <p>After a mistake, parsing continues with the next rule, so that the mistakes of all rules are reported at once.
 */
public final class RuleParser {

    private static final int MOST_RULES = 500;
    private static final int MOST_MISTAKES = 200;
    private static final int MOST_PATTERNS = 12;
    private static final int LONGEST_ID = 80;

    /** Keywords of DRL outside the rule language, with advice. */
    private static final Map<String, Message> REFUSED_AT_TOP = Map.of(
            "function", Message.of("a rule may only compare, count and sum"),
            "declare", Message.of("declare facts in vocabulary.yaml"),
            "query", Message.of("write a rule"),
            "unit", Message.of("remove it"),
            "dialect", Message.of("remove it"),
            "when", Message.of("begin the rule with `%s` above it", "rule"),
            "then", Message.of("begin the rule with `%s` above it", "rule"));

    /** The rule attributes of DRL, which apply to all rules when written above them. */
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
     * The content of a file.
     *
     * @param rules every rule whose conditions could be parsed
     * @param flawed the ids of those rules that have a reported mistake
     * @param ids the ids of all rules, including rules that could not be parsed
     * @param whole whether all rules of the file are known by id
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
    /** The first table of the file; null if it has none. */
    private @Nullable RuleTable tabled;

    private RuleParser(RuleFile file, @Nullable String packageName, List<Token> tokens) {
        this.file = file;
        this.packageName = packageName;
        this.tokens = new TokenStream(file, tokens);
        this.whole = tokens.stream().noneMatch(token -> token.kind() == Kind.BROKEN);
    }

    /**
     * Parses a file.
     *
     * @param packageName the package it must declare; null if unknown
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
                file.report(
                        tokens.peek().spot(),
                        Message.of("too many mistakes; the rest of the file is not checked"),
                        null);
                whole = false;
                return;
            }
        }
        for (String line : Drl.HEADER) {
            if (whole && !header.contains(line)) {
                file.report(
                        new TokenPosition(1, 1, 0),
                        Message.of("the line `%s` is missing", line),
                        Message.of("add it above the first rule"));
            }
        }
        if (ids.size() > MOST_RULES) {
            file.report(new TokenPosition(1, 1, 0), Message.of("the file has more than %s rules", MOST_RULES), null);
        }
    }

    private void packageLine() {
        Token keyword = tokens.peek();
        Message wanted = packageName == null ? null : Message.of("did you mean `%s`?", "package " + packageName);
        if (keyword.kind() == Kind.BROKEN) {
            return;
        }
        boolean starts = keyword.is("import") || keyword.is("global") || keyword.is("rule");
        if (!keyword.is("package")) {
            file.report(keyword.spot(), Message.of("the file does not begin with its package"), wanted);
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
                            ? Message.of("the package has no name")
                            : Message.of("the package is `%s`, but this file needs `%s`", name, packageName),
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

    /** Reports text between rules. If it is a mistyped {@code rule}, the id of that rule is kept. */
    private void outsideRules(Token token) {
        Token next = token.kind() == Kind.TEXT ? token : tokens.peek(1);
        if (next.kind() == Kind.TEXT) {
            ids.add(next.text());
        } else if (!token.is("end")) {
            whole = false;
        }
        Message refused = REFUSED_AT_TOP.get(token.text());
        if (refused != null && token.kind() == Kind.NAME) {
            throw tokens.error(Message.of("`%s` is not part of the rule language", token.text()), refused);
        }
        Token whole = tokens.kebab();
        if (ATTRIBUTES.contains(whole.text())) {
            throw tokens.error(
                    whole, Message.of("`%s` is not part of the rule language", whole.text()), Message.of("remove it"));
        }
        boolean mistyped = token.kind() == Kind.NAME && "rule".equals(Nearest.of(token.text(), Set.of("rule")));
        throw tokens.error(
                Message.of("%s is outside any rule", token.shown()),
                mistyped
                        ? Message.of("did you mean `%s`?", "rule")
                        : token.is("end")
                                ? Message.of("remove the extra `%s`", "end")
                                : Message.of("check for a missing `%s` or `%s`", "rule", "end"));
    }

    /** Parses one of the lines that each file has above its rules. */
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
            // A wrong line may stand for any of them, so none is reported as missing too.
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
                Message.of("`%s` is not allowed", line.strip()),
                mistyped != null
                        ? Message.of("did you mean `%s`?", mistyped)
                        : Message.of("only these lines are allowed: %s", Message.names(Drl.HEADER)));
    }

    /** Returns the tokens of one line, spaced approximately as in the file. */
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
        boolean hasTable = tokens.hasTable();
        if (!hasTable) {
            ids.add(id.text());
        }
        RuleAnnotations annotations;
        try {
            annotations = RuleAnnotations.read(file, tokens, id);
        } catch (SyntaxException mistake) {
            whole &= !hasTable; // the ids of the rows are unknown
            throw mistake;
        }
        RuleTable table = annotations.table();
        Set<String> own = table == null ? Set.of(id.text()) : Set.copyOf(table.ids());
        ids.addAll(own);
        if (table != null) {
            whole &= file.problems().size() == problemsBefore;
            oneTable(id, table);
        }
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
        if (table == null) {
            rules.add(assemble(id, annotations, conditions, consequence));
        } else {
            rules.addAll(TableExpansion.of(file, id, annotations, table, conditions, consequence));
        }
        if (file.problems().size() > problemsBefore || broken != null) {
            flawed.addAll(own);
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
            id = tokens.word();
            file.report(
                    id.spot(),
                    Message.of("the id of a rule must be in quotes"),
                    Message.of("did you mean `%s`?", "\"" + id.text() + "\""));
        } else {
            whole = false;
            throw tokens.missing(
                    Message.of("a rule needs an id in quotes"),
                    Message.of("did you mean `%s`?", "rule \"market-at-scale\""));
        }
        checkId(file, id.text(), id.spot());
        return id;
    }

    /** Reports an invalid rule id. */
    static void checkId(RuleFile file, String id, TokenPosition spot) {
        if (id.length() > LONGEST_ID) {
            file.report(
                    spot,
                    Message.of("the rule id is longer than %s characters", LONGEST_ID),
                    Message.of("choose a shorter one"));
        } else if (!Drl.isKebab(id)) {
            file.report(
                    spot,
                    Message.of("the rule id `%s` is not kebab-case", id),
                    Message.of("use lower-case letters and digits, with a single `%s` between words", "-"));
        }
    }

    /** Reports the second table of a file. */
    private void oneTable(Token id, RuleTable table) {
        if (tabled == null) {
            tabled = table;
            return;
        }
        file.report(
                id.spot(),
                Message.of("a rule file can have one table, but rule `%s` has a second", id.text()),
                Message.of("the first is in rule `%s`; write one of the two as rules", tabled.id()));
    }

    private List<Pattern> conditions(Token id) {
        PatternParser patterns = new PatternParser(file, tokens);
        List<Pattern> conditions = new ArrayList<>();
        while (!tokens.peek().is("then")) {
            if (tokens.atRuleEnd()) {
                throw tokens.missing(
                        Message.of("rule `%s` has no `%s`", id.text(), "then"),
                        Message.of("add its effect: %s", Message.names(List.of("then", "card.…(…);"))));
            }
            if (tokens.peek().is("card") && tokens.peek(1).is(".")) {
                throw tokens.error(
                        Message.of("`%s` is missing before `%s`", "then", "card"),
                        Message.of("write `%s` on the line above", "then"));
            }
            if (conditions.size() == MOST_PATTERNS) {
                throw tokens.error(
                        Message.of("a rule has at most %s patterns", MOST_PATTERNS), Message.of("write several rules"));
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
            throw tokens.missing(
                    Message.of("rule `%s` has no `%s`", id.text(), "end"),
                    Message.of("write `%s` on the next line", "end"));
        }
        throw tokens.error(
                Message.of(
                        "expected the end of the rule, found %s: a rule has one effect",
                        tokens.peek().shown()),
                tokens.peek().is("card")
                        ? Message.of("write another rule for the second")
                        : Message.of("did you mean `%s`?", "end"));
    }

    private PackRule assemble(Token id, RuleAnnotations annotations, List<Pattern> patterns, Consequence consequence) {
        annotations.requireTitleAndSource(false);
        return new PackRule(
                id.text(),
                file.criterion(),
                annotations.text("title"),
                annotations.points(consequence),
                annotations.text("source"),
                annotations.family(),
                annotations.action(),
                file.place(id.spot()),
                List.copyOf(patterns),
                consequence,
                null);
    }
}
