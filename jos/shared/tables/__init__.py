"""Tables in and out: `reading` takes CSV and XLSX as people send them, `writing` exports, `cells` reads one cell."""
