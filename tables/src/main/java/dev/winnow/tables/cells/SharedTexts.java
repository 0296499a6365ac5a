package dev.winnow.tables.cells;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts of a workbook that cells name by their number. */
final class SharedTexts {

    /** Those of a workbook that has none. */
    static final SharedTexts NONE = new SharedTexts(List.of(), new BitSet());

    private final String[] texts;
    private final BitSet marked;

    private SharedTexts(List<String> texts, BitSet marked) {
        this.texts = texts.toArray(String[]::new);
        this.marked = marked;
    }

    /** Reads them to the end of their part. */
    static SharedTexts read(Xml xml) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        BitSet marked = new BitSet();
        while (xml.nextElement()) {
            if (xml.name().equals("si")) {
                String text = WorkbookSheet.unescaped(xml.string());
                marked.set(texts.size(), WorkbookSheet.isMarked(text));
                texts.add(text);
            }
        }
        return new SharedTexts(texts, marked);
    }

    /** A text by its number; empty if there is none. */
    String text(int number) {
        return number < 0 || number >= texts.length ? "" : texts[number];
    }

    /** Whether a text may write a number with a decimal sign. */
    boolean isMarked(int number) {
        return number >= 0 && marked.get(number);
    }
}
