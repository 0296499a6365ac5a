package dev.winnow.console;

import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The views, operations and options that a feature adds to one run of {@code winnow serve}. */
public interface Views {

    /** Returns an object annotated for picocli, whose options the command gets; null for none. */
    default @Nullable Object options() {
        return null;
    }

    /** Returns its views, for the navigation. */
    List<View> views();

    /** Returns its parts, with the operations of its views. Called once, after the options were read. */
    List<Part> parts(Serving serving);
}
