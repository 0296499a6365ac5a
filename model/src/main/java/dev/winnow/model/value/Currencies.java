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

    /** The unit of the currency that an object names; yuan if it names none, or none that is known. */
    public static Unit read(Node owner, List<Problem> problems) {
        return read(owner, KEY, problems);
    }

    /** The unit of the currency that an object names under a key; yuan if it names none, or none that is known. */
    public static Unit read(Node owner, String key, List<Problem> problems) {
        String code = owner.optionalText(key, problems);
        Node at = owner.get(key);
        if (code == null || at == null) {
            return Unit.MONEY;
        }
        Unit money = Unit.money(code);
        if (money == null) {
            problems.add(at.problem(
                    Message.of("`%s` is not a currency known here", code),
                    Message.of("it is one of %s", Message.names(Unit.currencies()))));
            return Unit.MONEY;
        }
        return money;
    }
}
