package org.hoshimori.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One [PdfPaper] for the whole application: loading the fonts costs most of a second. [Spreadsheet] and [CsvPaper]
/// belong to one file each and are made where the file is written.
@Configuration(proxyBeanMethods = false)
class PaperConfig {

    @Bean
    PdfPaper pdfPaper() {
        return new PdfPaper();
    }
}
