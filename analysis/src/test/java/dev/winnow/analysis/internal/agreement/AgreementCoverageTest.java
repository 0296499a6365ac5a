package dev.winnow.analysis.internal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.agreement.Ratings.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The share of simulated panels whose interval contains the figure of very many projects, judged by the same assessors.
 * A judgement is the sum of a project's worth, an assessor's bias and an error, cut into levels. Prints the table of
 * {@code bench/README.md}; with {@code -Dwinnow.thorough=true} from 500 panels of each kind.
 */
class AgreementCoverageTest {

    private static final boolean THOROUGH = Boolean.getBoolean("winnow.thorough");
    private static final int PANELS = THOROUGH ? 500 : 100;
    private static final int MANY = THOROUGH ? 50_000 : 10_000;
    private static final int[] PROJECTS = THOROUGH ? new int[] {5, 8, 10, 15, 20, 30} : new int[] {10, 20};
    private static final double[] CORRELATIONS =
            THOROUGH ? new double[] {0.1, 0.3, 0.5, 0.7, 0.9} : new double[] {0.2, 0.6};
    private static final List<double[]> BIASES =
            List.of(new double[] {-0.25, 0, 0.25}, new double[] {-0.3, -0.1, 0.1, 0.3}, new double[] {
                -0.3, -0.2, -0.1, 0.1, 0.2, 0.3
            });

    /** The kinds of facts, by the cuts of their levels. */
    private enum Kind {
        LEVELS(Difference.ORDINAL, 0, -1.2, -0.4, 0.4, 1.2),
        SKEWED_LEVELS(Difference.ORDINAL, 0, -1.5, -0.8, 0, 0.8),
        NUMBERS(Difference.INTERVAL, 0, -1.5, -1, -0.5, 0, 0.5, 1, 1.5),
        LEVELS_WITH_GAPS(Difference.ORDINAL, 0.2, -1.2, -0.4, 0.4, 1.2),
        YES_NO(Difference.NOMINAL, 0, 0),
        YES_NO_WITH_GAPS(Difference.NOMINAL, 0.2, 0),
        RARE_YES(Difference.NOMINAL, 0, 0.8),
        RARER_YES(Difference.NOMINAL, 0, 1.2),
        NAMES(Difference.NOMINAL, 0, -0.5, 0.5);

        private final Difference difference;
        private final double missing;
        private final double[] cuts;

        Kind(Difference difference, double missing, double... cuts) {
            this.difference = difference;
            this.missing = missing;
            this.cuts = cuts;
        }

        Ratings panel(int projects, double correlation, double[] biases, SplittableRandom random) {
            List<List<@Nullable Double>> rows = new ArrayList<>();
            for (int i = 0; i < projects; i++) {
                double worth = random.nextGaussian() * Math.sqrt(correlation);
                List<@Nullable Double> row = new ArrayList<>();
                for (double bias : biases) {
                    double felt = worth + bias + random.nextGaussian() * Math.sqrt(1 - correlation);
                    double level = 0;
                    for (double cut : cuts) {
                        level += felt > cut ? 1 : 0;
                    }
                    row.add(random.nextDouble() < missing ? null : level);
                }
                rows.add(row);
            }
            return new Ratings(difference, cuts.length + 1, rows);
        }
    }

    /** Counts intervals, and those that contain the true figure. */
    private static final class Tally {
        private final String name;
        private int printed;
        private int contained;
        private double worst = 1;

        Tally(String name) {
            this.name = name;
        }

        void add(Tally one) {
            printed += one.printed;
            contained += one.contained;
            worst = one.printed < PANELS / 10 ? worst : Math.min(worst, one.coverage());
        }

        void count(@Nullable Interval interval, double truth) {
            if (interval != null) {
                printed++;
                contained += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            }
        }

        double coverage() {
            return printed == 0 ? 1 : (double) contained / printed;
        }

        @Override
        public String toString() {
            return printed == 0
                    ? "%s –".formatted(name)
                    : "%s %.1f %% (least %.1f %%) of %d".formatted(name, 100 * coverage(), 100 * worst, printed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalsContainTheTrueFigure(Kind kind) {
        for (int projects : PROJECTS) {
            List<Tally> all = List.of(new Tally("α"), new Tally("AC1"), new Tally("ICC(2,1)"), new Tally("ICC(2,k)"));
            for (double correlation : CORRELATIONS) {
                for (double[] biases : BIASES) {
                    List<Tally> here = tallies(kind, projects, correlation, biases);
                    for (int i = 0; i < all.size(); i++) {
                        all.get(i).add(here.get(i));
                    }
                }
            }
            if (THOROUGH) {
                System.out.println(kind + ", " + projects + " projects: " + all);
            }
            assertThat(all).as("%s, %s projects", kind, projects).allSatisfy(one -> {
                if (one.printed > CORRELATIONS.length * BIASES.size() * PANELS / 10
                        && projects >= Agreement.FEWEST_FOR_INTERVAL
                        && one.name.length() < 4) {
                    assertThat(one.coverage()).isGreaterThan(0.91);
                    assertThat(one.worst).isGreaterThan(THOROUGH ? 0.88 : 0.8);
                }
            });
        }
    }

    /** Facts of independent worths; with one answer in five, one often prevails, and there is no interval. */
    private enum Facts {
        THREE(Kind.LEVELS, Kind.NUMBERS, Kind.YES_NO),
        ONE_OF_THREE_IS_RARE(Kind.LEVELS, Kind.NUMBERS, Kind.RARE_YES);

        private final List<Kind> kinds;

        Facts(Kind... kinds) {
            this.kinds = List.of(kinds);
        }

        List<Ratings> panel(int projects, double correlation, double[] biases, SplittableRandom random) {
            return kinds.stream()
                    .map(kind -> kind.panel(projects, correlation, biases, random))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalsOverSeveralFactsContainTheTrueFigure(Facts facts) {
        for (int projects : PROJECTS) {
            Tally all = new Tally("α");
            for (double correlation : CORRELATIONS) {
                for (double[] biases : BIASES) {
                    SplittableRandom random = new SplittableRandom(facts.ordinal() * 37L + projects);
                    double truth = facts.panel(MANY, correlation, biases, random).stream()
                            .mapToDouble(one -> Objects.requireNonNull(Alpha.of(one)))
                            .average()
                            .orElseThrow();
                    Tally here = new Tally("α");
                    for (int i = 0; i < PANELS; i++) {
                        here.count(
                                Agreement.of(facts.panel(projects, correlation, biases, random))
                                        .interval(),
                                truth);
                    }
                    all.add(here);
                }
            }
            if (THOROUGH) {
                System.out.println(facts + ", " + projects + " projects: " + all);
            }
            if (projects >= Agreement.FEWEST_FOR_INTERVAL) {
                assertThat(all.coverage()).isGreaterThan(0.91);
                assertThat(all.worst).isGreaterThan(THOROUGH ? 0.88 : 0.8);
            }
        }
    }

    private static List<Tally> tallies(Kind kind, int projects, double correlation, double[] biases) {
        SplittableRandom random = new SplittableRandom(kind.ordinal() * 31L + projects);
        Ratings many = kind.panel(MANY, correlation, biases, random);
        double alpha = Objects.requireNonNull(Alpha.of(many));
        double gwet = Objects.requireNonNull(Gwet.of(many));
        IntraclassCorrelation correlated = Objects.requireNonNull(IntraclassCorrelation.of(many));
        List<Tally> tallies = List.of(new Tally("α"), new Tally("AC1"), new Tally("ICC(2,1)"), new Tally("ICC(2,k)"));
        for (int i = 0; i < PANELS; i++) {
            Agreement one = Agreement.of(List.of(kind.panel(projects, correlation, biases, random)));
            tallies.get(0).count(one.interval(), alpha);
            tallies.get(1).count(one.ofGwet(), gwet);
            tallies.get(2).count(of(one, IntraclassCorrelation::ofSingle), correlated.single());
            tallies.get(3).count(of(one, IntraclassCorrelation::ofMean), correlated.mean());
        }
        return tallies;
    }

    private static @Nullable Interval of(Agreement one, Function<IntraclassCorrelation, Interval> of) {
        IntraclassCorrelation correlation = one.correlation();
        return correlation == null ? null : of.apply(correlation);
    }
}
