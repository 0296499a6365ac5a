package dev.winnow.analysis.internal.chains;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The links of its industrial chains that a city holds on a day, and the projects that would close the gaps. A link is
 * judged by screening a hypothetical project that occupies it.
 *
 * @param pack the pack that judged
 * @param universe the universe
 * @param illustrative whether the universe is fictitious
 * @param city the city's id
 * @param cityName its display name
 * @param asOf the day
 * @param chains the chains, by id
 * @param links the city's state in each link, by chain; suppliers before the links they supply
 * @param demands the city's known demands, by end market
 * @param allDemands whether the city has declared the list of demands complete
 * @param funds the city's open funds, without those known to have nothing left
 * @param allFunds whether the city has declared the list of funds complete
 * @param questions questions about the city that decide the hypothetical projects, by respondent
 */
public record ChainMap(
        Edition pack,
        Edition universe,
        boolean illustrative,
        String city,
        String cityName,
        LocalDate asOf,
        List<IndustrialChain> chains,
        List<LinkState> links,
        List<Demand> demands,
        boolean allDemands,
        List<Fund> funds,
        boolean allFunds,
        List<OpenQuestion> questions) {

    /** Links that a project may bring come first, ordered by the city's certain gain. */
    private static final Comparator<LinkState> BY_AWARD = Comparator.comparing(
                    (LinkState one) -> one.newcomer().assessment().verdict())
            .thenComparing(one -> one.newcomer().assessment().because() == VerdictReason.RED_FLAG)
            .thenComparing(one -> city(one.newcomer().assessment()).low(), Comparator.reverseOrder())
            .thenComparing(one -> city(one.newcomer().assessment()).high(), Comparator.reverseOrder())
            .thenComparing(one -> one.newcomer().assessment().score().low(), Comparator.reverseOrder())
            .thenComparing(one -> one.newcomer().assessment().score().high(), Comparator.reverseOrder())
            .thenComparing(one -> one.link().id());

    public ChainMap {
        chains = List.copyOf(chains);
        links = List.copyOf(links);
        demands = List.copyOf(demands);
        funds = List.copyOf(funds);
        questions = List.copyOf(questions);
    }

    /**
     * Maps the chains of a city.
     *
     * @param request the pack and the universe, as of its date or another day; not as of decisions, which differ by
     *     project
     * @return null if the universe has no such city
     * @throws dev.winnow.language.PackException as {@link ScreeningRequest#open} throws it
     */
    public static @Nullable ChainMap of(ScreeningRequest request, String city) {
        return ChainMapping.of(request, city);
    }

    /** Projects that would build, extend, supplement or strengthen the chains, best first. */
    public List<LinkState> ranked() {
        return links.stream().sorted(BY_AWARD).toList();
    }

    /** The score of the city's side. */
    public static ScoreInterval city(Assessment one) {
        return Objects.requireNonNullElse(
                one.sides().get(Side.CITY), new ScoreInterval(BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
