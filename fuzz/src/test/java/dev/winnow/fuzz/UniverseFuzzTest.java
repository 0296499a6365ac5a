package dev.winnow.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.engine.Screener;
import dev.winnow.model.source.Document;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Map;

/** Files of a universe of any content are read and screened, or left out with placed problems. */
class UniverseFuzzTest {

    @FuzzTest
    void yaml(byte[] data) {
        screen("fuzz.yaml", data);
    }

    @FuzzTest
    void json(byte[] data) {
        screen("fuzz.json", data);
    }

    /** As bytes in any declared encoding. */
    @FuzzTest
    void bytes(byte[] data) {
        Document.parse("fuzz.yaml", data, new ArrayList<>());
        Document.parse("fuzz.json", data, new ArrayList<>());
    }

    @FuzzTest
    void figures(byte[] data) {
        String text = Shipped.text(data);
        FigureText.parse(text, Small.UNIVERSE.money(), null);
        FigureText.parse(text, Unit.SHARE, null);
    }

    private static void screen(String file, byte[] data) {
        Universe universe = Universe.parse(Small.PACK.vocabulary(), Map.of(file, Shipped.text(data)));
        Shipped.told(universe.problems());
        Screener.of(Small.PACK).screen(universe);
    }
}
