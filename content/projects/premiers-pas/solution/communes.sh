#!/bin/bash
tail -n +2 "$1" | cut -d ';' -f 2 | sort | uniq -c | sort -k1,1nr -k2 | while read -r nombre commune; do
  echo "$commune : $nombre"
done
