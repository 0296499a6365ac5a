package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;

/** Reads the currency of a universe or a pack. */
public final class Currencies {

    /** The key that names the currency. */
    public static final String KEY = "currency";

    private Currencies() {}

    /** Returns the unit of an object's currency; yuan if it names none, or an unknown one, which is reported. */
    public static Unit read(Node owner, List<Problem> problems) {
        return read(owner, KEY, problems);
    }

    /**
     * Returns the unit of the currency under a key of an object; yuan if it names none, or an unknown one, which is
     * reported.
     */
    public static Unit read(Node owner, String key, List<Problem> problems) {
        String code = owner.optionalText(key, problems);
        Node at = owner.get(key);
        if (code == null || at == null) {
            return Unit.MONEY;
        }
        Unit money = Unit.money(code);
        if (money == null) {
            problems.add(at.problem(
                    Message.of("unknown currency `%s`", code),
                    Message.of("it is one of %s", Message.names(Unit.currencies()))));
            return Unit.MONEY;
        }
        return money;
    }
}
