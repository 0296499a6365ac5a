package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which district of a city is advised, and why. */
class DistrictAdviceTest {

    private static final String HEAD = """
            package harbour.place

            import dev.winnow.model.*
            import dev.winnow.engine.*

            global Scorecard card

            """;
    private static final String BY_TRADE = """
            rule "by-trade"
              @title("A district gathers firms of its trade")
              @source("almanac")
            when
              Project( $links : links )
              ChainLink( id memberOf $links, $link : id )
              District( specialisms contains $link, $name : name )
            then
              card.suggest($name, "%s gathers firms of %s", $name, $link);
            end
            """;
    private static final String BY_ROOM = """
            rule "by-room"
              @title("A district has room")
              @source("almanac")
            when
              Project( $name : name )
              District( totalInvestment >= 1, $district : name )
            then
              card.suggest($district, "%s has room for %s", $district, $name);
            end
            """;
    private static final List<String> DISTRICTS = List.of(
            "{name: Quayside, specialisms: [tower]}",
            "{name: Dockside, specialisms: [tower, blade]}",
            "{name: Oldtown, specialisms: [cable], totalInvestment: 5 mn yuan}");

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void copyThePack() throws IOException {
        pack = folder.resolve("harbour");
        Files.createDirectories(pack);
        Path from = Path.of("..", "analysis", "src", "test", "resources", "packs", "harbour");
        for (String file : List.of("pack.yaml", "limits.yaml", "gain.drl", "pull.drl", "stops.drl")) {
            Files.writeString(
                    pack.resolve(file),
                    Files.readString(from.resolve(file)).replace("conditions: [stops]", "conditions: [stops, place]"));
        }
    }

    private String[] given(List<String> districts, String rules) throws IOException {
        Files.writeString(pack.resolve("place.drl"), HEAD + rules);
        Path universe = folder.resolve("wind.yaml");
        Files.writeString(universe, """
                universe: {name: wind, asOf: 2020-12-31}
                chains: [{id: wind-power, links: [{id: tower, stage: one}, {id: blade, stage: two}, {id: cable, stage: three}]}]
                cities:
                  - {id: northport, complete: [districts], districts: [%s], presences: [{link: tower, held: false}]}
                projects: [{id: gale, name: Gale, links: [tower], consortium: true, ownsTechnology: true, publicBacking: true}]
                """.formatted(String.join(", ", districts)));
        return new String[] {"-q", "-u", universe.toString(), "-r", pack.toString()};
    }

    private static String out(String command, String[] given) {
        String[] arguments = new String[given.length + command.split(" ").length];
        System.arraycopy(command.split(" "), 0, arguments, 0, command.split(" ").length);
        System.arraycopy(given, 0, arguments, command.split(" ").length, given.length);
        Run run = Run.winnow(arguments);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void theTableSaysWhichDistrictAndWhy() throws IOException {
        assertThat(out("screen", given(DISTRICTS, BY_TRADE)))
                .contains("\n     District Dockside: Dockside gathers firms of tower\n");
    }

    @Test
    void theMemoSaysItTooWithTheDistrictsThatWouldDoAsWell() throws IOException {
        assertThat(out("explain gale northport", given(DISTRICTS, BY_TRADE))).contains("""
                  district  Dockside
                  advice    A district gathers firms of its trade
                            Dockside gathers firms of tower
                """, "also Quayside gathers firms of tower");
    }

    @Test
    void ofSeveralRulesTheFirstByIdDecidesWhateverTheirOrder() throws IOException {
        for (String rules : List.of(BY_TRADE + "\n" + BY_ROOM, BY_ROOM + "\n" + BY_TRADE)) {
            List<String> districts = new java.util.ArrayList<>(DISTRICTS);
            Collections.reverse(districts);
            for (List<String> order : List.of(DISTRICTS, districts)) {
                String[] given = given(order, rules);
                assertThat(out("screen", given))
                        .contains("\n     District Oldtown: Oldtown has room for Gale (first of 2 rules)\n");
                assertThat(out("explain gale northport", given))
                        .contains("  district  Oldtown; of 2 rules that advise one, the first by id decides\n")
                        .contains("Oldtown has room for Gale", "Dockside gathers firms of tower");
                assertThat(out("screen -f json", given)).contains("\"district\": \"Oldtown\"");
            }
        }
    }

    @Test
    void noDistrictNoAdvice() throws IOException {
        assertThat(out("screen", given(List.of(), BY_TRADE))).doesNotContain("District");
        assertThat(out("screen -f json", given(List.of(), BY_TRADE))).contains("\"district\": null");
    }
}
