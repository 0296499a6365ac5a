package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One token of a shipped rule file is lost, doubled or swapped with the next: what is said points there. */
class PackDamageTest {

    private static final int SEEDS = 170;
    private static final int NEAR = 2;

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
        Map<String, Bakery> packs = Map.of(
                "semiconductor", Bakery.shipped("semiconductor", folder),
                "battery", Bakery.shipped("battery", folder));
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(31L * seed + damage.ordinal());
            String pack = random.nextBoolean() ? "semiconductor" : "battery";
            List<String> names = List.of("demand-pull.drl", "chain-coverage.drl", "chain-action.drl", "funding.drl");
            String name = names.get(random.nextInt(names.size()));
            Bakery bakery = packs.get(pack);
            String whole = bakery.text(name);
            Wound wound = wound(whole, damage, random);
            List<Problem> problems = bakery.write(name, wound.text).problems();
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
     * A text with one wound.
     *
     * @param what what was done to it
     * @param line where
     * @param rule the line on which the rule around it begins; 1 for none
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
        Spot spot = tokens.get(at).spot();
        Spot next = tokens.get(at + 1).spot();
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

    private static int offset(String text, Spot spot) {
        int start = 0;
        for (int line = 1; line < spot.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + spot.column() - 1;
    }
}
