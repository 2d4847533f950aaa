package org.hoshimori.paper;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// The numbering of a Word document: Word counts, so that moving an article or an item renumbers the rest.
public final class WordNumbers {

    /// How a list counts.
    public enum Kind {
        /// (1) (2), then ア イ.
        ITEMS(
                new Level(STNumberFormat.DECIMAL, "(%1)"),
                new Level(STNumberFormat.AIUEO_FULL_WIDTH, "%2"),
                new Level(STNumberFormat.AIUEO_FULL_WIDTH, "(%3)")),
        /// 1. 2., then (1) (2).
        STEPS(
                new Level(STNumberFormat.DECIMAL, "%1."),
                new Level(STNumberFormat.DECIMAL, "(%2)"),
                new Level(STNumberFormat.DECIMAL, "%3.")),
        /// A dot.
        DOTS(
                new Level(STNumberFormat.BULLET, "\u30FB"),
                new Level(STNumberFormat.BULLET, "\u30FB"),
                new Level(STNumberFormat.BULLET, "\u30FB"));

        private final List<Level> levels;

        Kind(Level... levels) {
            this.levels = List.of(levels);
        }
    }

    private record Level(STNumberFormat.Enum format, String pattern) {}

    private static final int STEP = 480;

    private final XWPFDocument document;
    private final Map<Kind, BigInteger> kinds = new EnumMap<>(Kind.class);
    private final Map<String, BigInteger> headings = new HashMap<>();
    private long next = 900;

    WordNumbers(XWPFDocument document) {
        this.document = document;
    }

    /// From here on headings count from one again.
    void beginHeadings() {
        headings.clear();
    }

    /// One count for all headings of a pattern.
    BigInteger headings(String pattern) {
        return headings.computeIfAbsent(
                pattern, _ -> number(definition(List.of(new Level(STNumberFormat.DECIMAL, pattern))), false));
    }

    /// A count that begins at one.
    BigInteger list(Kind kind) {
        return number(kinds.computeIfAbsent(kind, _ -> definition(kind.levels)), true);
    }

    private BigInteger number(BigInteger definition, boolean fresh) {
        var numbering = document.createNumbering();
        var id = numbering.addNum(definition);
        if (fresh) {
            for (var depth = 0; depth < 3; depth++) {
                var over = numbering.getNum(id).getCTNum().addNewLvlOverride();
                over.setIlvl(BigInteger.valueOf(depth));
                over.addNewStartOverride().setVal(BigInteger.ONE);
            }
        }
        return id;
    }

    private BigInteger definition(List<Level> levels) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.valueOf(next++));
        for (var depth = 0; depth < levels.size(); depth++) {
            var level = definition.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(levels.get(depth).format());
            level.addNewLvlText().setVal(levels.get(depth).pattern());
            var indent = level.addNewPPr().addNewInd();
            indent.setLeft(BigInteger.valueOf(levels.size() == 1 ? 0 : (long) STEP * (depth + 1)));
            indent.setHanging(BigInteger.valueOf(levels.size() == 1 ? 0 : STEP));
        }
        return document.createNumbering().addAbstractNum(new XWPFAbstractNum(definition));
    }
}
