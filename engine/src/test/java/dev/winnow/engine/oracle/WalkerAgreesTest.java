package dev.winnow.engine.oracle;

import dev.winnow.engine.Screener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walking the rules gives the same bytes as the compiled rules do: scores, reasons, facts, open rules, questions. */
class WalkerAgreesTest {

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onRandomUniverses(Path folder) {
        SameScreenings.onRandomUniverses(folder, 90_000, Screener.walking(Packs.pack(folder)), Packs.screener(folder));
    }
}
