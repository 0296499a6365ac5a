package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.model.Thorough;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One token of a shipped pack is lost, doubled or swapped with the next. Either the pack stays valid and its rules run,
 * or the message points to the damage: to its line or a neighbouring one, since a lost token is missed at the next one;
 * to the head of the rule or entry around it, if that now lacks something; or, if the name is used in other files, to
 * one that uses it, quoting the name.
 */
class PackDamageTest {

    /** Number of seeds per kind of damage. */
    private static final int SEEDS = Thorough.count(40, 170);

    /** Fewer seeds for YAML files: a third-party parser places most of these mistakes. */
    private static final int YAML_SEEDS = Thorough.count(16, 60);

    private static final int NEAR = 2;

    private static final Map<String, List<String>> RULES = Map.of(
            "semiconductor",
            List.of("demand-pull.drl", "chain-coverage.drl", "chain-action.drl", "funding.drl"),
            "battery",
            List.of(
                    "demand-pull.drl",
                    "chain-coverage.drl",
                    "chain-action.drl",
                    "funding.drl",
                    "order-of-logic.drl",
                    "technology.drl"));

    enum Damage {
        LOST,
        DOUBLED,
        SWAPPED
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isRefusedWhereItIs(Damage damage) {
        int refused = 0;
        int drawn = 0;
        Map<String, Bakery> packs = Map.of(
                "semiconductor", Bakery.shipped("semiconductor", folder),
                "battery", Bakery.shipped("battery", folder));
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(31L * seed + damage.ordinal());
            String pack = random.nextBoolean() ? "semiconductor" : "battery";
            List<String> names = RULES.get(pack);
            String name = names.get(random.nextInt(names.size()));
            Bakery bakery = packs.get(pack);
            String whole = bakery.text(name);
            Wound wound = wound(whole, damage, random);
            List<Problem> problems = problems(bakery.write(name, wound.text), name, drawn++ % 10 == 0);
            bakery.write(name, whole);

            assertThat(problems)
                    .as("%d %s", seed, wound)
                    .hasSizeLessThanOrEqualTo(4)
                    .allSatisfy(problem -> {
                        assertThat(Foreign.in(problem)).isEmpty();
                        assertThat(problem.place().file()).contains(name.replace(".drl", ""));
                    });
            if (!problems.isEmpty()) {
                refused++;
                assertThat(problems)
                        .as("%d %s in %s", seed, wound, name)
                        .anyMatch(problem -> problem.place().file().endsWith(name) && wound.isNear(problem));
            }
        }
        assertThat(refused).isGreaterThan(SEEDS * 7 / 10);
    }

    /**
     * Returns the problems of a pack with a damaged file; if there are none, runs the rules that depend on the file.
     *
     * @param judged whether to compare the evaluators too, on the rules of this file
     */
    private static List<Problem> problems(Bakery bakery, String damaged, boolean judged) {
        RulePack pack;
        try {
            pack = bakery.load();
        } catch (PackException e) {
            return e.problems();
        }
        boolean ofAll = damaged.equals("pack.yaml") || damaged.equals("limits.yaml");
        String criterion = damaged.replaceFirst(".*/", "").replaceFirst("\\..*", "");
        TestRun run = CaseRunner.run(pack, new TestPlan(ofAll ? null : criterion, false));
        assertThat(run.results()).isNotEmpty();
        if (judged) {
            RulePack part = RulePack.of(
                    pack.checked().only(rule -> pack.checked().groupsOf(rule).contains(criterion)));
            assertThat(part.checkedRules()).isNotEmpty();
            assertThat(CaseJudges.disagreements(part)).isEmpty();
        }
        return List.of();
    }

    private static final Pattern YAML_TOKEN = Pattern.compile("[\\p{L}\\p{N}_.§]+|[^\\s\\p{L}\\p{N}_.§]");

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isRefusedWhereItIsInYaml(Damage damage) {
        int refused = 0;
        Map<String, Bakery> packs = Map.of(
                "semiconductor", Bakery.shipped("semiconductor", folder),
                "battery", Bakery.shipped("battery", folder));
        for (int seed = 0; seed < YAML_SEEDS; seed++) {
            Random random = new Random(37L * seed + damage.ordinal());
            String pack = random.nextBoolean() ? "semiconductor" : "battery";
            Bakery bakery = packs.get(pack);
            List<String> names = new ArrayList<>(List.of("pack.yaml", "limits.yaml"));
            RULES.get(pack).forEach(rules -> names.add("cases/" + rules.replace(".drl", ".yaml")));
            String name = names.get(random.nextInt(names.size()));
            String whole = bakery.text(name);
            List<MatchResult> tokens = YAML_TOKEN.matcher(whole).results().toList();
            int at = random.nextInt(tokens.size() - 1);
            String word = tokens.get(at).group();
            String next = tokens.get(at + 1).group();
            String between =
                    whole.substring(tokens.get(at).end(), tokens.get(at + 1).start());
            String wounded = whole.substring(0, tokens.get(at).start())
                    + switch (damage) {
                        case LOST -> between + next;
                        case DOUBLED -> word + " " + word + between + next;
                        case SWAPPED -> next + between + word;
                    }
                    + whole.substring(tokens.get(at + 1).end());
            int line = (int) whole.substring(0, tokens.get(at).start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            List<Problem> problems = problems(bakery.write(name, wounded), name, false);
            bakery.write(name, whole);

            String what = seed + " " + damage + " `" + word + "` of " + name + ":" + line + " in " + pack;
            assertThat(problems)
                    .as(what)
                    .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
            if (!problems.isEmpty()) {
                refused++;
                int head = head(whole, line);
                assertThat(problems)
                        .as(what)
                        .anyMatch(problem -> isThere(problem, name, line, head)
                                || problem.what().toString().contains(word)
                                || problem.what().toString().contains(next));
            }
        }
        assertThat(refused).isGreaterThan(YAML_SEEDS / 5);
    }

    private static boolean isThere(Problem problem, String name, int line, int head) {
        int at = problem.place().line();
        return problem.place().file().endsWith(name) && (Math.abs(at - line) <= NEAR || at == head || at == 0);
    }

    /** Returns the line on which the entry around a line of YAML begins. */
    private static int head(String text, int line) {
        List<String> lines = text.lines().toList();
        int head = line;
        while (head > 1 && !lines.get(head - 1).startsWith("  - ")) {
            head--;
        }
        return head;
    }

    /**
     * A text with one damaged token.
     *
     * @param what the kind of damage
     * @param line its line
     * @param rule the first line of the rule around it; 1 for none
     */
    private record Wound(String text, String what, int line, int rule) {

        boolean isNear(Problem problem) {
            return Math.abs(problem.place().line() - line) <= NEAR
                    || problem.place().line() == rule;
        }

        @Override
        public String toString() {
            return what + " on line " + line;
        }
    }

    private static Wound wound(String text, Damage damage, Random random) {
        RuleFile file = new RuleFile("damaged.drl", "damaged", text, new ArrayList<>());
        List<Token> tokens = Lexer.tokens(file);
        int at = random.nextInt(tokens.size() - 2);
        TokenPosition spot = tokens.get(at).spot();
        TokenPosition next = tokens.get(at + 1).spot();
        int from = offset(text, spot);
        int to = from + spot.length();
        String word = text.substring(from, to);
        String after = text.substring(offset(text, next), offset(text, next) + next.length());
        String between = text.substring(to, offset(text, next));
        String end = text.substring(offset(text, next) + next.length());
        String wounded = text.substring(0, from)
                + switch (damage) {
                    case LOST -> between + after;
                    case DOUBLED -> word + " " + word + between + after;
                    case SWAPPED -> after + between + word;
                }
                + end;
        int rule = 1;
        for (int i = 0; i <= at; i++) {
            rule = tokens.get(i).is("rule") ? tokens.get(i).spot().line() : rule;
        }
        return new Wound(wounded, damage + " " + word, spot.line(), rule);
    }

    private static int offset(String text, TokenPosition spot) {
        int start = 0;
        for (int line = 1; line < spot.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + spot.column() - 1;
    }
}
