package dev.winnow.analysis.internal.panel;

import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelScope;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pack of three judged facts, with limits and points to choose, and panels that judge them. */
final class ReviewPack {

    static final Place HERE = Place.file("round-1.yaml");

    static final List<String> FACTS = List.of("project.novel", "project.team", "project.waste");

    private static final String VOCABULARY = """
        project:
          team:
            is: rating 1–5
            name: {en: team, zh: 团队}
            levels:
              1: {en: none, zh: 无}
              2: {en: weak, zh: 弱}
              3: {en: fair, zh: 中}
              4: {en: good, zh: 良}
              5: {en: strong, zh: 强}
            judged: {by: panel, at-least: %1$s, take: %2$s, outlier: 2}
          novel:
            is: yes/no
            name: {en: novel, zh: 新颖}
            judged: {by: panel, at-least: %1$s, take: %2$s}
          waste:
            is: share
            name: {en: waste, zh: 损耗}
            judged: {by: panel, at-least: %1$s, take: %2$s}
        """;

    private static final String PACK = """
        name: review
        title: A review
        version: 1.0.0
        owner: the guild
        purpose: A second stage, after a panel.
        criteria:
          - {id: skill, title: Skill, side: project, weight: 100}
          - {id: use, title: Use, side: city, weight: 100}
        thresholds: {recommend: %s, decline: %s}
        """;

    private static final String LIMITS = """
        limits:
          - {id: good-team, title: Good, values: [{value: %s}], assumed: true, reason: for the test}
          - {id: fair-team, title: Fair, values: [{value: %s}], assumed: true, reason: for the test}
          - {id: much-waste, title: Much, values: [{value: %s}], assumed: true, reason: for the test}
          - {id: little-waste, title: Little, values: [{value: %s}], assumed: true, reason: for the test}
        """;

    private static final String SKILL = """
        package review.skill

        import dev.winnow.model.*
        import dev.winnow.engine.*

        global Scorecard card

        rule "good-team"
          @title("The team is good")
          @points(%s)  @source("guide")
        when
          Limit( id == "good-team", $good : value )
          Project( $team : team, team >= $good )
        then
          card.award("team %%s, good from %%s", $team, $good);
        end

        rule "fair-team"
          @title("The team is fair")
          @points(%s)  @source("guide")
        when
          Limit( id == "fair-team", $fair : value )
          Project( $team : team, team >= $fair )
        then
          card.award("team %%s, fair from %%s", $team, $fair);
        end

        rule "too-much-waste"
          @title("Too much is wasted")
          @source("guide")
        when
          Limit( id == "much-waste", $much : value )
          Project( $waste : waste, waste >= $much )
        then
          card.redFlag("%%s is wasted, at most %%s should be", $waste, $much);
        end
        """;

    private static final String USE = """
        package review.use

        import dev.winnow.model.*
        import dev.winnow.engine.*

        global Scorecard card

        rule "new-to-the-town"
          @title("It is new to the town")
          @points(%s)  @source("guide")
        when
          Project( novel == true )
        then
          card.award("it is new");
        end

        rule "little-waste"
          @title("Little is wasted")
          @points(%s)  @source("guide")
        when
          Limit( id == "little-waste", $little : value )
          Project( $waste : waste, waste <= $little )
        then
          card.award("%%s is wasted, little up to %%s", $waste, $little);
        end
        """;

    private ReviewPack() {}

    /**
     * The numbers of a pack.
     *
     * @param take the way in which judgements become a value
     * @param recommend the score from which it recommends
     * @param goodTeam the level of a good team
     * @param fairTeam the level of a fair team
     * @param muchWaste the percentage of waste with a red flag
     * @param littleWaste the percentage of waste with points
     * @param points the points of the awards
     */
    record Numbers(
            int atLeast,
            String take,
            int recommend,
            int decline,
            int goodTeam,
            int fairTeam,
            int muchWaste,
            int littleWaste,
            List<Integer> points) {

        /** Numbers easy to calculate with. */
        static Numbers plain(String take) {
            return new Numbers(2, take, 60, 30, 4, 3, 50, 10, List.of(60, 40, 60, 40));
        }
    }

    /** Writes the pack below a folder and loads it. */
    static RulePack load(Path parent, Numbers numbers) {
        Path folder = parent.resolve("review");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Integer> points = numbers.points;
        write(folder, "pack.yaml", PACK.formatted(numbers.recommend, numbers.decline));
        write(folder, "vocabulary.yaml", VOCABULARY.formatted(numbers.atLeast, numbers.take));
        write(
                folder,
                "limits.yaml",
                LIMITS.formatted(
                        numbers.goodTeam, numbers.fairTeam, numbers.muchWaste + " %", numbers.littleWaste + " %"));
        write(folder, "skill.drl", SKILL.formatted(points.get(0), points.get(1)));
        write(folder, "use.drl", USE.formatted(points.get(2), points.get(3)));
        return RulePack.draft(folder);
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a universe with a town and some projects, about which nothing is known. */
    static Universe town(RulePack pack, String... projects) {
        return Universe.parse(pack.vocabulary(), Map.of("town.yaml", """
            universe: {name: town, asOf: 2026-05-01}
            cities: [{id: mill-town}]
            projects: [{id: %s}]
            """.formatted(String.join("}, {id: ", projects))));
    }

    static Figure team(RulePack pack, int level) {
        return Figure.exactly(
                level,
                Objects.requireNonNull(Objects.requireNonNull(pack.vocabulary().property("project", "team"))
                        .component()
                        .unit()));
    }

    static Figure waste(int percent) {
        return Figure.exactly(String.valueOf(percent / 100.0), Unit.SHARE);
    }

    static Judgement judgement(String assessor, String project, String fact, @Nullable Object value) {
        return new Judgement(assessor, project, fact, value, "seen", null, 1, HERE);
    }

    /** Returns a panel with this number of assessors and the judgements of one round. */
    static PanelUniverse panel(
            RulePack pack, Universe town, int assessors, List<Recusal> recusals, List<Judgement> judgements) {
        PanelScope scope = PanelUniverse.scope(pack, town);
        List<Assessor> members = new ArrayList<>();
        for (int i = 1; i <= assessors; i++) {
            members.add(new Assessor(
                    "a" + i, "Assessor " + i, null, List.copyOf(scope.facts().keySet()), HERE));
        }
        return new PanelUniverse(
                new Panel(
                        "spring",
                        null,
                        town.projectIds(),
                        town.cityIds(),
                        members,
                        recusals,
                        List.of(new Round(1, null, null, "round-1.yaml", judgements, HERE)),
                        HERE),
                scope,
                town);
    }
}
