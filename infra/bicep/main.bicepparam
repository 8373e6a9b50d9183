using './main.bicep'

// Read from the azd environment (`azd env set NAME VALUE`); docs/operations.md lists them.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param alertAddress = readEnvironmentVariable('SMEDERIJEN_ALERT_ADDRESS')
param mailFromAddress = readEnvironmentVariable('SMEDERIJEN_MAIL_FROM')
param mailApiKey = readEnvironmentVariable('SMEDERIJEN_MAIL_API_KEY', '')
param mailEventKey = readEnvironmentVariable('SMEDERIJEN_MAIL_EVENT_KEY', '')
param staffClientId = readEnvironmentVariable('SMEDERIJEN_STAFF_CLIENT_ID')
param budgetStart = readEnvironmentVariable('SMEDERIJEN_BUDGET_START')
param publicUrl = readEnvironmentVariable('SMEDERIJEN_PUBLIC_URL', '')
param trustedProxies = readEnvironmentVariable('SMEDERIJEN_TRUSTED_PROXIES', '')
param example = readEnvironmentVariable('SMEDERIJEN_EXAMPLE', 'false') == 'true'
param privateNetwork = bool(readEnvironmentVariable('SMEDERIJEN_PRIVATE_NETWORK', 'true'))
param operatorAddresses = json(readEnvironmentVariable('SMEDERIJEN_OPERATOR_ADDRESSES', '[]'))
param taskHubName = readEnvironmentVariable('SMEDERIJEN_TASK_HUB', 'smederijen')
param keysCertificate = readEnvironmentVariable('SMEDERIJEN_KEYS_CERTIFICATE', 'data-protection')
param alwaysReadyInstances = int(readEnvironmentVariable('SMEDERIJEN_READY_PAGES', '0'))
param alwaysReadyOrchestrations = int(readEnvironmentVariable('SMEDERIJEN_READY_ORCHESTRATIONS', '0'))
