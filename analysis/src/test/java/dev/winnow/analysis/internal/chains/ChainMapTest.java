package dev.winnow.analysis.internal.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.analysis.internal.chains.LinkState.Holder;
import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links that a city holds; and the assessment of a hypothetical project equals that of the same candidate in a
 * screening.
 */
class ChainMapTest {

    private static final RulePack HARBOUR = RulePack.draft(Path.of("src", "test", "resources", "packs", "harbour"));
    private static final RulePack BATTERY = RulePack.load(Path.of("..", "rules", "battery"));
    private static final int ROUNDS = 40;

    private static final Universe WIND = Universe.parse(ShippedFacts.VOCABULARY, Map.of("wind.yaml", """
        universe: {name: wind, asOf: 2020-12-31}
        chains:
          - id: wind-power
            links:
              - {id: blade, stage: one}
              - {id: cable, stage: one}
              - {id: gear, stage: one}
              - {id: hub, stage: two, upstream: [gear]}
              - {id: nacelle, stage: two, upstream: [hub]}
              - {id: axle, stage: three, upstream: [nacelle]}
        cities:
          - id: northport
            complete: [firms]
            demands: [{endMarket: power, annualOutput: 5 bn yuan}]
            funds: [{id: full, tracks: [wind], available: 1 bn yuan}, {id: empty, tracks: [wind], available: 0 yuan}]
            firms: [{name: Old Cables, links: [cable]}, {name: New Cables, links: [cable]}]
            presences:
              - {link: cable, held: true, asOf: 2001-05-01}
              - {link: gear, held: false, asOf: 2002-05-01}
              - {link: nacelle, held: true, asOf: 2003-05-01}
        projects:
          - {id: breeze, name: Breeze, links: [gear], consortium: true, ownsTechnology: true}
          - {id: gale, name: Gale, city: northport, decided: 2010-06-01, links: [blade], milestones: [{step: landed, reached: 2010-06-01}]}
          - {id: squall, name: Squall, city: northport, decided: 2012-06-01, links: [blade, hub], milestones: [{step: landed, reached: 2012-06-01}]}
          - id: storm
            name: Storm
            city: northport
            decided: 2012-01-01
            links: [hub]
            milestones: [{step: production, reached: 2015-01-01}]
        """));

    @TempDir
    private Path folder;

    private static ChainMap map(String day) {
        return Objects.requireNonNull(
                ChainMap.of(ScreeningRequest.of(HARBOUR, WIND).at(AsOfPolicy.on(LocalDate.parse(day))), "northport"));
    }

    @Test
    void eachLinkIsHeldThinMissingOrUnknown() {
        assertThat(WIND.problems()).isEmpty();
        assertThat(map("2020-01-01").links())
                .extracting(one -> one.link().id(), LinkState::status)
                .as("suppliers come first")
                .containsExactly(
                        tuple("blade", Status.THIN),
                        tuple("cable", Status.HELD),
                        tuple("gear", Status.MISSING),
                        tuple("hub", Status.HELD),
                        tuple("nacelle", Status.HELD),
                        tuple("axle", Status.UNKNOWN));
    }

    @Test
    void aLinkIsThinByASingleHolderOrByHoldersThatDoNotProduceYet() {
        assertThat(map("2011-01-01").links().get(0))
                .extracting(LinkState::status, LinkState::holders, one -> String.valueOf(one.since()))
                .containsExactly(Status.THIN, List.of(new Holder("Gale", "gale", false)), "2010-06-01");
        assertThat(map("2020-01-01").links().get(0).holders())
                .as("two, neither of which produces")
                .containsExactly(new Holder("Gale", "gale", false), new Holder("Squall", "squall", false));
        assertThat(map("2014-01-01").links().get(3).status()).isEqualTo(Status.THIN);
        assertThat(map("2015-01-01").links().get(3).status())
                .as("one of two produces")
                .isEqualTo(Status.HELD);
        assertThat(map("2020-01-01").links().get(4).holders())
                .as("no holder is named")
                .isEmpty();
    }

    @Test
    void theBestComesFirst() {
        LinkState best = map("2020-01-01").ranked().get(0);
        assertThat(best.link().id()).isEqualTo("gear");
        assertThat(best.newcomer().assessment().chainActions()).containsExactly(ChainAction.SUPPLEMENT);
        assertThat(ChainMap.city(best.newcomer().assessment()).low()).isEqualByComparingTo("100");
        assertThat(map("2020-01-01").ranked().get(1).link().id())
                .as("perhaps missing")
                .isEqualTo("axle");
    }

    @Test
    void aLinkIsListedWithOpenCandidatesDemandAndFunds() {
        ChainMap map = map("2020-01-01");
        assertThat(map.links().get(2).candidates())
                .extracting(one -> one.assessment().project())
                .containsExactly("breeze");
        assertThat(map.links().get(0).candidates()).isEmpty();
        assertThat(map.demands()).extracting(one -> one.endMarket()).containsExactly("power");
        assertThat(map.allDemands()).isFalse();
        assertThat(map.funds()).extracting(one -> one.id()).containsExactly("full");
    }

    @Test
    void aProjectNamedLikeAHypotheticalOneIsKeptApart() {
        Universe taken = WIND.and(Map.of("own.yaml", "projects: [{id: newcomer-on-gear, links: [cable]}]"));
        ChainMap map = Objects.requireNonNull(ChainMap.of(
                ScreeningRequest.of(HARBOUR, taken).at(AsOfPolicy.on(LocalDate.parse("2020-01-01"))), "northport"));
        assertThat(map.links().get(2).bare().assessment().chainActions()).containsExactly(ChainAction.SUPPLEMENT);
        assertThat(map.links().get(1).candidates())
                .extracting(one -> one.assessment().project())
                .containsExactly("newcomer-on-gear");
    }

    @Test
    void aLinkMayHaveAnyName() {
        Universe odd = Universe.parse(ShippedFacts.VOCABULARY, Map.of("odd.yaml", """
            universe: {name: odd, asOf: 2020-12-31}
            chains: [{id: c, links: [{id: 'a, b]: \\"c"', stage: s}, {id: 'true', stage: s}, {id: 芯片, stage: s}]}]
            cities: [{id: northport, presences: [{link: 芯片, held: false}]}]
            """));
        assertThat(odd.problems()).isEmpty();
        ChainMap map = Objects.requireNonNull(
                ChainMap.of(ScreeningRequest.of(HARBOUR, odd).at(AsOfPolicy.ofUniverse()), "northport"));
        assertThat(map.links())
                .extracting(one -> one.link().id(), LinkState::status)
                .containsExactly(
                        tuple("a, b]: \\\"c\"", Status.UNKNOWN),
                        tuple("true", Status.UNKNOWN),
                        tuple("芯片", Status.MISSING));
        assertThat(map.links().get(2).bare().assessment().chainActions()).containsExactly(ChainAction.SUPPLEMENT);
    }

    @Test
    void aHypotheticalProjectIsAssessedAsTheSameCandidateInAScreening() throws IOException {
        Random random = new Random(5);
        Screener screener = Screener.of(BATTERY);
        List<ChainAction> seen = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", universe(random)));
            assertThat(universe.problems()).isEmpty();
            AsOfPolicy asOfPolicy =
                    random.nextBoolean() ? AsOfPolicy.ofUniverse() : AsOfPolicy.on(LocalDate.parse("2015-01-01"));
            ChainMap map = Objects.requireNonNull(
                    ChainMap.of(ScreeningRequest.of(BATTERY, universe).at(asOfPolicy), "town"));
            LinkState state = map.links().get(random.nextInt(map.links().size()));
            for (boolean claiming : new boolean[] {false, true}) {
                Path file = folder.resolve("own" + round + claiming + ".yaml");
                Files.writeString(
                        file,
                        "projects:\n  - id: mine\n    links: [" + state.link().id() + "]\n"
                                + (claiming ? "    claimsScale: true\n    claimsScarcity: true\n" : ""));
                ScreeningSession session = screener.open(universe.and(file), asOfPolicy);
                Explanation screened = session.explain(Objects.requireNonNull(session.assess("mine", "town")));
                assertThat(claiming ? state.claiming() : state.bare())
                        .usingRecursiveComparison()
                        .ignoringFields("assessment.project", "assessment.projectName", "findings.facts")
                        .isEqualTo(screened);
                seen.addAll(screened.assessment().chainActions());
            }
        }
        assertThat(seen).as("every action occurs").contains(ChainAction.values());
    }

    private static String universe(Random random) {
        List<String> links = List.of("one", "two", "three", "four", "five");
        StringBuilder text =
                new StringBuilder("universe: {name: u, asOf: 2020-12-31}\nchains:\n  - id: c\n    links:\n");
        for (int i = 0; i < links.size(); i++) {
            String upstream = i > 0 && random.nextBoolean() ? ", upstream: [" + links.get(random.nextInt(i)) + "]" : "";
            text.append("      - {id: ")
                    .append(links.get(i))
                    .append(", stage: s")
                    .append(i / 2);
            text.append(upstream).append("}\n");
        }
        text.append("cities:\n  - id: town\n");
        text.append(random.nextBoolean() ? "    complete: [demands, funds, firms, districts]\n" : "");
        text.append(random.nextBoolean() ? "    demands: [{endMarket: cars, annualOutput: 90 bn yuan}]\n" : "");
        text.append(random.nextBoolean() ? "    funds: [{id: f, tracks: [t], available: 1 bn yuan}]\n" : "");
        text.append(random.nextBoolean() ? "    firms: [{name: F, links: [one]}]\n" : "");
        text.append("    presences:\n");
        boolean none = random.nextInt(4) == 0;
        for (String link : links) {
            if (none || random.nextInt(3) > 0) {
                text.append("      - {link: ").append(link).append(", held: ");
                text.append(!none && random.nextBoolean()).append(", asOf: ").append(2010 + random.nextInt(10));
                text.append("}\n");
            }
        }
        text.append("      - {link: one, held: ")
                .append(!none && random.nextBoolean())
                .append(", asOf: 2005}\n");
        text.append("projects:\n  - {id: p, name: P");
        text.append(none ? "" : ", city: town, decided: 2014-01-01");
        text.append(", links: [")
                .append(links.get(random.nextInt(links.size())))
                .append("]}\n");
        return text.toString();
    }
}
