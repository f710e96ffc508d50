[ $# -gt 0 ] || exit 1
echo "Bonjour $1"
