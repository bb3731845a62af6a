curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/chains" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY"
