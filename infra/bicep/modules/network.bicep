@description('Unique part of the resource names.')
param token string

@description('Azure region.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Storage account to reach privately.')
param storageId string

@description('Key vault to reach privately.')
param vaultId string

@description('Address space of the network. Nothing else needs to reach it, so any free /24 will do.')
param addressSpace string = '10.71.0.0/24'

var storageSuffix = environment().suffixes.storage
var vaultSuffix = replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')

var closed = [
  { name: 'blob', group: 'blob', zone: 'privatelink.blob.${storageSuffix}' }
  { name: 'table', group: 'table', zone: 'privatelink.table.${storageSuffix}' }
  { name: 'queue', group: 'queue', zone: 'privatelink.queue.${storageSuffix}' }
  { name: 'vault', group: 'vault', zone: 'privatelink${vaultSuffix}' }
]

resource rules 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-smederijen-${token}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'deny-from-internet'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-smederijen-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 0)
          networkSecurityGroup: { id: rules.id }
          // The app sends mail and asks for tokens, so it needs a way out.
          defaultOutboundAccess: true
          delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 1)
          networkSecurityGroup: { id: rules.id }
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for item in closed: {
    name: item.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (item, i) in closed: {
    parent: zones[i]
    name: 'smederijen'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for item in closed: {
    name: 'pe-smederijen-${item.name}-${token}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpoints.id }
      privateLinkServiceConnections: [
        {
          name: item.name
          properties: {
            privateLinkServiceId: item.name == 'vault' ? vaultId : storageId
            groupIds: [item.group]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (item, i) in closed: {
    parent: privateEndpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: item.name, properties: { privateDnsZoneId: zones[i].id } }]
    }
  }
]

@description('Subnet through which the app reaches the rest; known only once every name resolves inside the network.')
output appSubnetId string = network::app.id
